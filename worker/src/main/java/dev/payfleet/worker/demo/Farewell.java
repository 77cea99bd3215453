package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.StaffMember;
import dev.payfleet.worker.stage.StageHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the database file as an outsider would, before and after a person leaves: with no key and no query, byte
/// by byte.
final class Farewell {
    /// A blob may be torn apart between pages, so it is looked for in pieces.
    private static final int PIECE = 24;

    private final StageHome home;
    private final SealedBlobs blobs;
    private List<byte[]> pieces = List.of();
    private int sealed;
    private int foundBefore;
    private List<String> foundAfter = List.of("never searched");

    Farewell(StageHome home, SealedBlobs blobs) {
        this.home = home;
        this.blobs = blobs;
    }

    /// Remembers what is kept about the person, and that it can be found: a search that finds nothing proves
    /// nothing.
    void before(Player player) {
        List<byte[]> kept = blobs.of(player.key());
        sealed = kept.size();
        pieces = withoutShared(
                kept.stream().flatMap(blob -> piecesOf(blob).stream()).toList(), blobs.ofAllBut(player.key()));
        foundBefore = search("sealed", Needles.ofBytes(pieces)).size();
    }

    /// The head of a sealed record names tenant, purpose and key in the clear, the same for everybody. A piece of
    /// which half stands in another's record says nothing: what is left of it may be a single byte, which chance
    /// repeats.
    private static List<byte[]> withoutShared(List<byte[]> pieces, List<byte[]> others) {
        Needles halves = Needles.ofBytes(
                pieces.stream().flatMap(piece -> halvesOf(piece).stream()).toList());
        List<Needles.Find> shared =
                others.stream().flatMap(blob -> halves.in(blob).stream()).toList();
        return pieces.stream()
                .filter(piece -> halvesOf(piece).stream()
                        .noneMatch(half -> shared.stream().anyMatch(find -> find.isOf(half))))
                .toList();
    }

    private static List<byte[]> halvesOf(byte[] piece) {
        return List.of(Arrays.copyOfRange(piece, 0, PIECE / 2), Arrays.copyOfRange(piece, PIECE / 2, PIECE));
    }

    /// Searches again right after the answer to `disconnect`, while the worker runs.
    void after(Player player) {
        foundAfter = remains(player);
    }

    /// Where anything of the person occurs in the database and its log: pieces of what was sealed, the user name
    /// and everything else that is known, the provider's ids.
    List<String> remains(Player player) {
        Set<String> texts = Secrets.of(player.person());
        texts.addAll(remoteIds(player));
        List<String> found = new ArrayList<>(search("a piece of a sealed record", Needles.ofBytes(pieces)));
        found.addAll(search("a known value", Needles.ofTexts(texts)));
        return found;
    }

    int sealedBlobs() {
        return sealed;
    }

    int foundBefore() {
        return foundBefore;
    }

    /// Where anything was found while the worker ran.
    List<String> foundAfter() {
        return foundAfter;
    }

    private List<String> search(String what, Needles needles) {
        List<String> found = new ArrayList<>();
        for (Path file : home.database()) {
            needles.in(StageHome.read(file))
                    .forEach(find -> found.add(what + " in " + file.getFileName() + " at " + find.offset()));
        }
        return found;
    }

    private static Set<String> remoteIds(Player player) {
        Set<String> ids = new HashSet<>();
        player.person().payRuns().forEach(run -> ids.add(run.id()));
        player.person().staff().stream().map(StaffMember::payrollId).forEach(ids::add);
        return ids;
    }

    private static List<byte[]> piecesOf(byte[] blob) {
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at + PIECE <= blob.length; at += PIECE) {
            pieces.add(Arrays.copyOfRange(blob, at, at + PIECE));
        }
        return pieces;
    }
}
