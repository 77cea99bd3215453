package dev.payfleet.provider;

import dev.payfleet.payroll.EmploymentStatus;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is asked of a provider: a resource with the parameters that it takes, and no others.
public sealed interface ResourceQuery {

    /// The resource asked for.
    Resource resource();

    /// All of a resource that takes no parameters.
    ///
    /// @param resource company, groups, identity, time-off-balances or work-locations
    record Whole(Resource resource) implements ResourceQuery {

        private static final Set<Resource> TAKE_NO_PARAMETERS = Set.of(
                Resource.COMPANY,
                Resource.GROUPS,
                Resource.IDENTITY,
                Resource.TIME_OFF_BALANCES,
                Resource.WORK_LOCATIONS);

        /// Throws [IllegalArgumentException] for a resource that takes parameters.
        public Whole {
            if (!TAKE_NO_PARAMETERS.contains(resource)) {
                throw new IllegalArgumentException("resource takes parameters: " + resource.wireName());
            }
        }
    }

    /// Employees.
    ///
    /// @param status only those with this status explicitly set; all where it is empty
    record Employees(Optional<EmploymentStatus> status) implements ResourceQuery {
        @Override
        public Resource resource() {
            return Resource.EMPLOYEES;
        }
    }

    /// A resource within a range of days.
    ///
    /// @param resource payruns, timesheets or time-off-entries
    /// @param start first day, inclusive
    /// @param end last day, inclusive, not before the first
    record Between(Resource resource, LocalDate start, LocalDate end) implements ResourceQuery {

        private static final Set<Resource> TAKE_DATES =
                Set.of(Resource.PAYRUNS, Resource.TIMESHEETS, Resource.TIME_OFF_ENTRIES);

        /// Throws [IllegalArgumentException] for a resource that takes no dates, or an end before the start.
        public Between {
            if (!TAKE_DATES.contains(resource)) {
                throw new IllegalArgumentException("resource takes no dates: " + resource.wireName());
            }
            if (end.isBefore(start)) {
                throw new IllegalArgumentException("end_date must not be before start_date");
            }
        }

        /// Whether a day lies in the range.
        public boolean contains(LocalDate day) {
            return !day.isBefore(start) && !day.isAfter(end);
        }
    }

    /// The payslips of one pay run.
    ///
    /// @param payrunId our id of the pay run; an unknown one is answered with an empty list
    record Payslips(UUID payrunId) implements ResourceQuery {
        @Override
        public Resource resource() {
            return Resource.PAYSLIPS;
        }
    }
}
