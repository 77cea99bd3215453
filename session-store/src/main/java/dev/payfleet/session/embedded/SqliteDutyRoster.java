package dev.payfleet.session.embedded;

import dev.payfleet.session.DutyRoster;
import dev.payfleet.sqlite.Sql;
import dev.payfleet.sqlite.SqliteFile;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// A row for each duty. Whoever writes is alone, so that looking and taking are one step.
record SqliteDutyRoster(SqliteFile file) implements DutyRoster {
    @Override
    public OptionalLong hold(String duty, String holder, Duration life, Instant now) {
        return file.write(c -> Sql.first(
                        c,
                        "INSERT INTO duty (name, holder, held_until, fence) VALUES (?, ?, ?, 1)"
                                + " ON CONFLICT DO UPDATE SET held_until = excluded.held_until,"
                                + " fence = fence + (holder IS NOT excluded.holder OR held_until <= ?),"
                                + " holder = excluded.holder"
                                + " WHERE holder IS NULL OR holder = excluded.holder OR held_until <= ?"
                                + " RETURNING fence",
                        row -> OptionalLong.of(row.getLong(1)),
                        duty,
                        holder,
                        now.plus(life),
                        now,
                        now)
                .orElseGet(OptionalLong::empty));
    }

    @Override
    public void release(String duty, String holder) {
        file.write(c -> Sql.update(c, "UPDATE duty SET holder = NULL WHERE name = ? AND holder = ?", duty, holder));
    }
}
