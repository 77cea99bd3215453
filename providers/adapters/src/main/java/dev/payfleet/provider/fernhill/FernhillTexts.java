package dev.payfleet.provider.fernhill;

import dev.payfleet.provider.StaticTexts;

/// The text of Fernhill's pages that is the same for everybody, in English and, on pay statements, in French.
/// "Employee" and "Not provided" are left out, because the site uses them for values too: who pays what is withheld,
/// and that there is nothing.
final class FernhillTexts {

    static final StaticTexts STATIC = StaticTexts.ofLines("""
            Name
            E-mail
            Mobile phone
            Your account
            Street
            City
            Province
            Postal code
            Country
            Check your filter
            We do not understand what you asked for.
            Employee number
            Policy code
            Policy
            Category
            Unit
            Granted
            Used
            Available
            Opened on
            Changed on
            Balances
            There is nothing to count yet.
            One more thing
            Type the letters that you see in the hills.
            Letters
            Continue
            Client number
            Legal name
            Operating name
            Business number
            Company
            Head office
            Confirm it is you
            How would you like to confirm?
            That is not right. Please try again.
            That took too long. Please ask for a new one or sign in again.
            Type the six digits that your authenticator app shows.
            We will send a code to
            .
            Code sent. It is good for 5 minutes.
            Send again
            Send code
            Code
            Remember this device for 30 days
            Verify
            Try another way
            The request was turned down on your phone.
            Nobody answered on your phone in time.
            We will ask you in the Fernhill app on your phone.
            Waiting for your phone…
            Ask again
            Ask my phone
            Your answer
            Fernhill
            Payroll · Paie
            Fernhill Payroll Inc., Moncton, N.-B. · A simulated provider for tests
            Home
            People
            Pay runs
            Time off
            Teams
            Places
            Sign out
            Welcome to the new Fernhill. Bienvenue!
            Fernhill Payroll Inc. · A simulated provider for tests
            Pay run
            Kind
            Pay date
            State
            people
            requests to decide
            Latest pay runs
            Nothing has been paid yet.
            Account locked
            This account is locked after three wrong passwords.
            Call us at 1 800 555-0199 to have it unlocked.
            Sign in
            Your session timed out. Please sign in again.
            You were signed out because someone signed in to this account on another device.
            You have signed out. À bientôt!
            That took a while. Please start again.
            Too many wrong answers. Please start again.
            E-mail address
            New to Fernhill? Ask whoever runs your payroll.
            Welcome back
            That e-mail address and password do not match.
            Not you?
            Password
            Three wrong passwords lock an account.
            Closed for maintenance
            We are raking the leaves. Fernhill is back in ten minutes.
            Month
            Show more
            Our terms have changed
            From April 1, 2026 new terms of use apply. Les conditions d’utilisation changent.
            Accept and continue
            No company
            There is no company with this account.
            Administrators only
            You are not an administrator of this company. Ask one to give you the role.
            Page not found
            There is nothing here. Il n’y a rien ici.
            Choose a new password
            Your password is more than a year old.
            New password
            Save and continue
            Schedule
            From
            To
            Statement
            Language
            Gross pay
            Net pay
            Nobody was paid in this run.
            Statements
            No pay runs in this month.
            Job title
            Status
            Everyone
            Active only
            Away
            Former
            New
            Nobody to show.
            Relationship
            Given names
            Family name
            Call first
            Overview
            Pay
            History
            Contacts
            Family
            Nobody on file.
            Emergency contacts
            Since
            Team
            Reports to
            Positions
            Institution
            Institution number
            Transit number
            Account number
            Account holder
            Effective
            Rate
            Basis
            Employment
            Reason
            Direct deposit
            Paid by cheque.
            Rates of pay
            Preferred name
            Date of birth
            Gender
            Population group
            Marital status
            Citizenship
            Social insurance number
            Personal e-mail
            Work e-mail
            Start date
            On record since
            Last day
            Member of
            Works at
            About
            Work
            Other details
            There are no places yet.
            Request refused
            This form has been used or is too old.
            Currency
            Province of employment
            Description
            Hours
            Amount
            Paid by
            Total deductions
            Total source deductions
            Total reimbursements
            Deposited
            Pay statement
            Earnings
            Deductions
            Source deductions
            Employer contributions
            Reimbursements
            Summary
            Relevé
            Numéro d’employé
            Nom
            Cycle de paie
            Du
            Au
            Date de paie
            Devise
            Province d’emploi
            Désignation
            Heures
            Montant
            Payé par
            Salaire brut
            Total des retenues
            Total des retenues à la source
            Salaire net
            Total des remboursements
            Somme déposée
            Relevé de paie
            Gains
            Retenues
            Retenues à la source
            Cotisations de l’employeur
            Remboursements
            Sommaire
            Members
            There are no teams yet.
            Request
            Note
            Requested on
            Decided on
            Nobody is away in this month.
            Slow down
            That was a lot of pages. Please wait a little.
            Text message
            Authenticator app
            Fernhill app
            Security question
            """);

    private FernhillTexts() {}
}
