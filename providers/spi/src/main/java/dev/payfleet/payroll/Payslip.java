package dev.payfleet.payroll;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What one employee was paid in one pay run. All money is in minor units of [#currency].
///
/// @param id our id of the payslip
/// @param remoteId the provider's id
/// @param employeeId our id of the employee
/// @param employeeRemoteId the provider's id of the employee
/// @param payrunId our id of the pay run
/// @param payrunRemoteId the provider's id of the pay run
/// @param payrunType what kind of run it was
/// @param currency currency of every amount
/// @param grossPay before deductions and taxes, minor units
/// @param netPay what is left of gross pay after deductions and the employee's taxes, without
///         [#reimbursements], minor units
/// @param startDate first day of the period
/// @param endDate last day of the period
/// @param paymentDate day of payment
/// @param earnings what gross pay is made of
/// @param contributions what the employer pays on top
/// @param deductions what is taken, taxes apart
/// @param taxes taxes of employee and employer
/// @param reimbursements what is paid back on top of net pay
public record Payslip(
        @Nullable UUID id,
        @Nullable String remoteId,
        UUID employeeId,
        String employeeRemoteId,
        UUID payrunId,
        String payrunRemoteId,
        @Nullable PayrunType payrunType,
        @Nullable Currency currency,
        @Nullable Long grossPay,
        @Nullable Long netPay,
        LocalDate startDate,
        LocalDate endDate,
        LocalDate paymentDate,
        @Nullable List<Earning> earnings,
        @Nullable List<Contribution> contributions,
        @Nullable List<Deduction> deductions,
        @Nullable List<Tax> taxes,
        @Nullable List<Reimbursement> reimbursements)
        implements PayrollRecord {

    public Payslip {
        Field.required(employeeId, "Payslip", "employeeId");
        Field.required(employeeRemoteId, "Payslip", "employeeRemoteId");
        Field.required(payrunId, "Payslip", "payrunId");
        Field.required(payrunRemoteId, "Payslip", "payrunRemoteId");
        Field.required(startDate, "Payslip", "startDate");
        Field.required(endDate, "Payslip", "endDate");
        Field.required(paymentDate, "Payslip", "paymentDate");
        earnings = earnings == null ? null : List.copyOf(earnings);
        contributions = contributions == null ? null : List.copyOf(contributions);
        deductions = deductions == null ? null : List.copyOf(deductions);
        taxes = taxes == null ? null : List.copyOf(taxes);
        reimbursements = reimbursements == null ? null : List.copyOf(reimbursements);
    }

    /// Sets the fields by name; what is not set is null.
    public static PayslipBuilder builder() {
        return new PayslipBuilder();
    }

    /// Whether the figures agree: gross − deductions − taxes of the employee = net. Reimbursements come on top of
    /// net pay and are in neither figure. A list that is null counts as empty. False where gross or net is not
    /// known, for then nothing was checked.
    public boolean balances() {
        if (grossPay == null || netPay == null) {
            return false;
        }
        BigInteger taken = sum(deductions, Deduction::amount).add(sum(employeeTaxes(), Tax::amount));
        return BigInteger.valueOf(grossPay).subtract(taken).equals(BigInteger.valueOf(netPay));
    }

    /// Whether the lines add up to gross pay. True where gross pay or the lines are not known: there is nothing to
    /// check.
    public boolean earningsAddUp() {
        return grossPay == null
                || earnings == null
                || sum(earnings, Earning::amount).equals(BigInteger.valueOf(grossPay));
    }

    private List<Tax> employeeTaxes() {
        List<Tax> all = taxes == null ? List.of() : taxes;
        return all.stream()
                .filter(tax -> !Boolean.TRUE.equals(tax.employerTax()))
                .toList();
    }

    private static <T> BigInteger sum(@Nullable List<T> lines, ToLongFunction<T> amount) {
        List<T> all = lines == null ? List.of() : lines;
        return all.stream()
                .map(line -> BigInteger.valueOf(amount.applyAsLong(line)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Payslip[<redacted>]";
    }
}
