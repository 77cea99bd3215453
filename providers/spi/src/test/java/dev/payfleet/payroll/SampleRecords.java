package dev.payfleet.payroll;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Records of the model with every field set, made by type, so that a new field is covered by itself.
final class SampleRecords {

    static final String MARK = "hush-hush";

    private SampleRecords() {}

    /// All records of the model: the permitted ones and their parts.
    static Set<Class<?>> all() {
        Set<Class<?>> all = new LinkedHashSet<>(Arrays.asList(PayrollRecord.class.getPermittedSubclasses()));
        all.addAll(List.of(
                Address.class,
                Manager.class,
                BankAccount.class,
                EmploymentHistory.class,
                CompensationHistory.class,
                Dependent.class,
                EmergencyContact.class,
                Earning.class,
                Contribution.class,
                Deduction.class,
                Tax.class,
                Reimbursement.class));
        return all;
    }

    static Object full(Class<?> type) {
        return with(type, null);
    }

    /// The record with one field null.
    static Object with(Class<?> type, String nulled) {
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            values.add(component.getName().equals(nulled) ? null : value(component));
        }
        try {
            return type.getDeclaredConstructor(types.toArray(Class<?>[]::new)).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record has a canonical constructor", e);
        }
    }

    private static Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (component.getName().equals("country")) {
            return "GB";
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return full(type);
        }
        return switch (type.getSimpleName()) {
            case "String" -> MARK;
            case "UUID" -> new UUID(1, 2);
            case "LocalDate" -> LocalDate.of(2026, 3, 7);
            case "OffsetDateTime" -> OffsetDateTime.parse("2026-03-07T08:00:00Z");
            case "BigDecimal" -> new BigDecimal("7.5");
            case "Boolean" -> true;
            case "Long", "long" -> 4_217L;
            case "List" -> List.of();
            case "Map" -> Map.of(MARK, MARK);
            default -> throw new AssertionError("no sample of " + type);
        };
    }
}
