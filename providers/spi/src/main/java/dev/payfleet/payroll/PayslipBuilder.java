package dev.payfleet.payroll;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Builds a [Payslip] field by field; see there for what each means. Not for several threads.
public final class PayslipBuilder {

    private @Nullable UUID id;
    private @Nullable String remoteId;
    private @Nullable UUID employeeId;
    private @Nullable String employeeRemoteId;
    private @Nullable UUID payrunId;
    private @Nullable String payrunRemoteId;
    private @Nullable PayrunType payrunType;
    private @Nullable Currency currency;
    private @Nullable Long grossPay;
    private @Nullable Long netPay;
    private @Nullable LocalDate startDate;
    private @Nullable LocalDate endDate;
    private @Nullable LocalDate paymentDate;
    private @Nullable List<Earning> earnings;
    private @Nullable List<Contribution> contributions;
    private @Nullable List<Deduction> deductions;
    private @Nullable List<Tax> taxes;
    private @Nullable List<Reimbursement> reimbursements;

    PayslipBuilder() {}

    public PayslipBuilder id(@Nullable UUID id) {
        this.id = id;
        return this;
    }

    public PayslipBuilder remoteId(@Nullable String remoteId) {
        this.remoteId = remoteId;
        return this;
    }

    public PayslipBuilder employeeId(UUID employeeId) {
        this.employeeId = employeeId;
        return this;
    }

    public PayslipBuilder employeeRemoteId(String employeeRemoteId) {
        this.employeeRemoteId = employeeRemoteId;
        return this;
    }

    public PayslipBuilder payrunId(UUID payrunId) {
        this.payrunId = payrunId;
        return this;
    }

    public PayslipBuilder payrunRemoteId(String payrunRemoteId) {
        this.payrunRemoteId = payrunRemoteId;
        return this;
    }

    public PayslipBuilder payrunType(@Nullable PayrunType payrunType) {
        this.payrunType = payrunType;
        return this;
    }

    public PayslipBuilder currency(@Nullable Currency currency) {
        this.currency = currency;
        return this;
    }

    public PayslipBuilder grossPay(@Nullable Long grossPay) {
        this.grossPay = grossPay;
        return this;
    }

    public PayslipBuilder netPay(@Nullable Long netPay) {
        this.netPay = netPay;
        return this;
    }

    public PayslipBuilder startDate(LocalDate startDate) {
        this.startDate = startDate;
        return this;
    }

    public PayslipBuilder endDate(LocalDate endDate) {
        this.endDate = endDate;
        return this;
    }

    public PayslipBuilder paymentDate(LocalDate paymentDate) {
        this.paymentDate = paymentDate;
        return this;
    }

    public PayslipBuilder earnings(@Nullable List<Earning> earnings) {
        this.earnings = earnings;
        return this;
    }

    public PayslipBuilder contributions(@Nullable List<Contribution> contributions) {
        this.contributions = contributions;
        return this;
    }

    public PayslipBuilder deductions(@Nullable List<Deduction> deductions) {
        this.deductions = deductions;
        return this;
    }

    public PayslipBuilder taxes(@Nullable List<Tax> taxes) {
        this.taxes = taxes;
        return this;
    }

    public PayslipBuilder reimbursements(@Nullable List<Reimbursement> reimbursements) {
        this.reimbursements = reimbursements;
        return this;
    }

    /// Throws [IllegalArgumentException] where a field is missing that is never null, named in the message.
    public Payslip build() {
        return new Payslip(
                id,
                remoteId,
                Field.required(employeeId, "Payslip", "employeeId"),
                Field.required(employeeRemoteId, "Payslip", "employeeRemoteId"),
                Field.required(payrunId, "Payslip", "payrunId"),
                Field.required(payrunRemoteId, "Payslip", "payrunRemoteId"),
                payrunType,
                currency,
                grossPay,
                netPay,
                Field.required(startDate, "Payslip", "startDate"),
                Field.required(endDate, "Payslip", "endDate"),
                Field.required(paymentDate, "Payslip", "paymentDate"),
                earnings,
                contributions,
                deductions,
                taxes,
                reimbursements);
    }
}
