namespace TimerRooms.Web.Features.Accounts;

/// <summary>The setup page's one act: with the right code, makes the owner and signs this browser in.</summary>
internal sealed partial class OwnerSetup(
    FirstRun firstRun, Credentials credentials, SignIns signIns, SignInThrottle throttle, IHttpContextAccessor http, ILogger<OwnerSetup> log)
{
    public async Task<SetupOutcome> TryAsync(string code, string email, string password)
    {
        var address = ClientAddress.Of(http.HttpContext!);
        var key = $"setup {address}";
        if (throttle.Take(key) is var wait && wait > TimeSpan.Zero) return new SetupOutcome { Fault = new SignInOutcome(false, wait).WaitText };
        if (!firstRun.Accepts(code))
        {
            WrongCode(address);
            return new SetupOutcome { CodeFault = "That is not the setup code. The server's console shows it, and a new one after every restart." };
        }
        throttle.Return(key);
        return await CreateAsync(email, password);
    }

    private async Task<SetupOutcome> CreateAsync(string email, string password)
    {
        var (emailFault, passwordFault) = (EmailRules.Accepts(email) ? null : "Enter an e-mail address.", PasswordRules.FaultOf(password, email));
        if (emailFault is not null || passwordFault is not null) return new SetupOutcome { EmailFault = emailFault, PasswordFault = passwordFault };

        var (owner, fault) = await credentials.CreateOwnerAsync(email, password);
        if (owner is null) return new SetupOutcome { Fault = fault ?? "Somebody else has just set up this server. Sign in instead." };
        await signIns.EnterAsync(owner);
        return new SetupOutcome { Succeeded = true };
    }

    [LoggerMessage(LogLevel.Warning, "Setup refused: wrong code from {Address}")]
    private partial void WrongCode(string address);
}
