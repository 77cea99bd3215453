package dev.payfleet.provider.larkspur;

import dev.payfleet.provider.StaticTexts;

/// The text of Larkspur's pages that is the same for everybody. Six labels are left out, because the site uses the
/// same words for values: "Department" (a type of group), "Employee" (who pays a tax), "Hours" (a unit), "Paid" (a
/// state), "Active" and "On leave" (states, and tabs above the list).
final class LarkspurTexts {

    static final StaticTexts STATIC = StaticTexts.ofLines("""
            Larkspur
            Payroll
            Sign out
            Dashboard
            Pay runs
            Employees
            Timesheets
            Absences
            Absence balances
            Departments
            Locations
            Company
            Your profile
            Previous
            Next
            From
            To
            Show

            Sign in
            Signing in…
            User name
            Password
            After five wrong passwords in a row your account is locked.
            Payroll that’s done
            by the 28th.
            Your session has expired. Please sign in again.
            You have signed out.
            The user name or password is not right. Please try again.
            Account locked
            Your account is locked because a wrong password was given five times.
            To unlock it, please call our helpdesk on 0800 555 0199, Monday to Friday, 9 am to 5 pm.
            Request refused
            This form was out of date or did not come from our sign-in page.
            Go to the sign-in page
            Back soon
            Larkspur Payroll is closed for planned maintenance.
            Nothing is lost. Please come back in about ten minutes.
            Slow down
            You have asked for too many pages in a short time.
            Please wait a moment, then try again.
            Page not found
            There is nothing here, or it is not yours to see.
            Go to the dashboard
            Check your filter
            A date must look like 31/12/2026, and the page must exist.
            What’s new.
            We have given your pages a fresh look.
            Larkspur Payroll Ltd · Registered in England & Wales · A simulated provider for tests

            Good day. Here is where your payroll stands.
            Absences awaiting approval
            Today
            Recent pay runs

            Name
            E-mail
            Phone

            Details
            Reference
            Legal name
            Trading name
            PAYE reference
            Registered address
            Street
            Town
            County
            Postcode
            Country
            Type
            Members

            All
            Leavers
            Starters
            Payroll ID
            Job title
            Status
            Personal details
            First name
            Last name
            Known as
            Nationality
            Date of birth
            Gender
            Ethnicity
            Marital status
            National Insurance number
            Personal e-mail
            Mobile
            Employment
            Work e-mail
            Contract
            Start date
            Added on
            Leaving date
            Manager
            Work location
            Home address
            Bank account
            Account holder
            Bank
            Sort code
            Account number
            IBAN
            BIC
            Pay history
            Effective from
            Pay rate
            Per
            Note
            Job history
            Dependants
            Relationship
            Emergency contacts
            Primary contact
            Additional fields

            Pay run
            Schedule
            Period start
            Period end
            Payment date
            Payslips
            Payslip
            Gross pay
            Deductions
            Taxes
            Net pay
            Total
            Currency
            Tax code
            Earnings
            Description
            Amount
            Paid by
            Employee’s total
            Employer’s total
            Employer contributions
            Reimbursements
            Summary
            Total deductions
            Total taxes
            Amount paid

            Started
            Finished
            Break
            Created on
            Changed on
            Policy code
            Policy
            Category
            Unit
            Requested on
            Entitlement
            Used
            Balance
            """);

    private LarkspurTexts() {}
}
