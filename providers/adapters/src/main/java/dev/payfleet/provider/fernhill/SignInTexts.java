package dev.payfleet.provider.fernhill;

/// The text of the pages outside: the sign-in, what may stand in its way, and what is said where nothing else is
/// shown.
final class SignInTexts {

    static final String LINES = """
            Check your filter
            We do not understand what you asked for.
            One more thing
            Type the letters that you see in the hills.
            Letters
            Continue
            Confirm it is you
            How would you like to confirm?
            That is not right. Please try again.
            That took too long. Please ask for a new one or sign in again.
            Type the six digits that your authenticator app shows.
            We will send a code to
            Code sent. It is good for 5 minutes.
            Send again
            Send code
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
            Payroll · Paie
            Fernhill Payroll Inc., Moncton, N.-B. · A simulated provider for tests
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
            Request refused
            This form has been used or is too old.
            Slow down
            That was a lot of pages. Please wait a little.
            Text message
            Authenticator app
            Fernhill app
            Security question
            """;

    private SignInTexts() {}
}
