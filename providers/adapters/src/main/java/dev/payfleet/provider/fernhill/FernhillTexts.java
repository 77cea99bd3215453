package dev.payfleet.provider.fernhill;

import dev.payfleet.provider.StaticTexts;

/// The text of Fernhill's pages that is the same for everybody, in English and, on pay statements, in French.
/// "Employee" and "Not provided" are left out, because the site uses them for values too: who pays what is
/// withheld, and that there is nothing.
final class FernhillTexts {

    static final StaticTexts STATIC = StaticTexts.ofLines(SignInTexts.LINES + """
            Name
            E-mail
            Mobile phone
            Your account
            Street
            City
            Province
            Postal code
            Country
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
            Client number
            Legal name
            Operating name
            Business number
            Company
            Head office
            .
            Code
            Fernhill
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
            Month
            Show more
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
            Nobody is away in this month.
            """);

    private FernhillTexts() {}
}
