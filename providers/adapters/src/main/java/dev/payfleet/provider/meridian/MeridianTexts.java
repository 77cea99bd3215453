package dev.payfleet.provider.meridian;

import dev.payfleet.provider.StaticTexts;

/// The text of Meridian's pages that is the same for everybody. Two labels are left out, because the site uses the
/// same words for values: "Company" (who pays a tax) and "Personal" (a kind of time off).
final class MeridianTexts {

    static final StaticTexts STATIC = StaticTexts.ofLines("""
            Meridian Pay
            ⌂
            Home
            $
            Payroll
            ☺
            People
            ◷
            Time tracking
            ☼
            Time off
            ▤
            ⚑
            Locations
            ⁂
            Groups
            ☍
            My account
            Sign out
            Meridian Pay, Inc. · A simulated provider for tests
            Welcome to the new Meridian. Everything is where you need it.
            Meridian Pay needs JavaScript.

            Sign in to Meridian
            Work email
            Password
            Sign in
            Signing in…
            Your account locks after six wrong passwords.
            Payday, at its peak.
            That email and password don’t match. Check both and try again.
            Your session has ended. Please sign in again.
            You were signed out because your account was used on another device.
            Your account is locked
            Too many wrong passwords were entered. Call Meridian Support at 1-800-555-0142 to unlock it.
            We’re making improvements
            Meridian Pay is down for scheduled maintenance. Please check back in about ten minutes.
            Slow down a little
            You’re making changes faster than we can keep up. Seconds until you may try again:
            Something went wrong
            We couldn’t load this page. Please try again.
            We can’t find that
            Check the address.
            Nothing here yet
            Load more
            From
            To
            Apply

            Good to see you,
            Next payday
            Team size
            Requests waiting for you
            Latest payrolls

            Profile
            Name
            Email
            Phone

            Business
            Company ID
            Legal name
            Doing business as
            EIN
            Mailing address
            Address line 1
            Address line 2
            City
            State
            ZIP code
            Country
            Location
            Group
            Kind

            Everyone
            Working
            Away
            Joining
            Gone
            Employee
            Employee no.
            Job title
            Status
            Show numbers
            Hide numbers
            First name
            Last name
            Preferred name
            Citizenship
            Date of birth
            Gender
            Ethnicity
            Marital status
            Social Security number
            Personal email
            Direct deposit
            Account holder
            Bank
            Routing number
            Account number
            Job
            Employment type
            Hire date
            Added
            Last day
            Manager
            Home address
            Compensation
            Effective date
            Rate
            Basis
            Schedule
            Note
            Positions
            Dependents
            Relationship
            Emergency contacts
            Call first
            More

            Payroll details
            Overview
            Payroll no.
            Type
            Period start
            Period end
            Check date
            Gross pay
            Deductions
            Taxes
            Net pay
            Pay stubs
            Pay stub
            View
            ✕
            Currency
            Earnings
            Description
            Hours
            Amount
            Paid by
            Company contributions
            Reimbursements
            Total deductions
            Total taxes
            Check amount

            All times are Central Time.
            Clock in
            Clock out
            Break
            Worked
            Edited
            Meridian records requests. Ask your HR system for balances.
            Policy
            First day
            Decision
            Requested
            Updated
            """);

    private MeridianTexts() {}
}
