package dev.payfleet.worker.wire;

import dev.payfleet.payroll.Company;
import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.Group;
import dev.payfleet.payroll.Identity;
import dev.payfleet.payroll.Location;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.payroll.Payrun;
import dev.payfleet.payroll.Payslip;
import dev.payfleet.payroll.TimeOffBalance;
import dev.payfleet.payroll.TimeOffEntry;
import dev.payfleet.payroll.Timesheet;
import dev.payfleet.provider.Resource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records of every kind, made from nothing but their declarations: a field that is added is filled in as well.
final class Specimens {

    private Specimens() {}

    /// The kind of record that a resource is made of.
    static Class<? extends PayrollRecord> kindOf(Resource resource) {
        return switch (resource) {
            case COMPANY -> Company.class;
            case EMPLOYEES -> Employee.class;
            case GROUPS -> Group.class;
            case IDENTITY -> Identity.class;
            case PAYRUNS -> Payrun.class;
            case PAYSLIPS -> Payslip.class;
            case TIMESHEETS -> Timesheet.class;
            case TIME_OFF_ENTRIES -> TimeOffEntry.class;
            case TIME_OFF_BALANCES -> TimeOffBalance.class;
            case WORK_LOCATIONS -> Location.class;
        };
    }

    /// A record with a value in every field.
    static PayrollRecord full(Resource resource) throws ReflectiveOperationException {
        return kindOf(resource).cast(record(kindOf(resource), true));
    }

    /// A record with null in every field that may be null.
    static PayrollRecord bare(Resource resource) throws ReflectiveOperationException {
        return kindOf(resource).cast(record(kindOf(resource), false));
    }

    private static Object record(Class<?> kind, boolean full) throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean nullable = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = nullable && !full ? null : value(components[i].getName(), components[i].getGenericType());
        }
        return kind.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(String name, Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? List.of(value(name, generic.getActualTypeArguments()[0]))
                    : Map.of("Cost centre", "4711", "Badge", "blue");
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isRecord()) {
            return record(kind, true);
        }
        return kind.isEnum() ? kind.getEnumConstants()[0] : simple(name, kind);
    }

    private static Object simple(String name, Class<?> kind) {
        return switch (kind.getSimpleName()) {
            case "String" -> name.equals("country") ? "GB" : "a " + name;
            case "UUID" -> UUID.fromString("01234567-89ab-5def-8123-456789abcdef");
            case "LocalDate" -> LocalDate.of(2026, 1, 31);
            case "OffsetDateTime" -> OffsetDateTime.parse("2026-01-31T08:00:00+01:00");
            case "BigDecimal" -> new BigDecimal("37.5");
            case "Long", "long" -> 123_456L;
            case "Boolean" -> true;
            default -> throw new IllegalArgumentException("no specimen of " + kind);
        };
    }
}
