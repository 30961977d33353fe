using Microsoft.AspNetCore.Identity;
using TimerRooms.Core;
using TimerRooms.Core.Accounts;
using TimerRooms.Core.Storage;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Web.Features.Accounts;

/// <summary>
/// <c>reset-password EMAIL</c>: prints a one-time link, valid for an hour, for an owner who lost the password. It only reads,
/// so it works beside the running server, on the same data directory and keys, and as root.
/// </summary>
internal static class ResetCommand
{
    private const string Name = "reset-password";

    public static bool IsAskedFor(string[] args) => args is [Name, ..];

    /// <exception cref="StartException">What is missing.</exception>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [_, var email, .. var rest] || email.StartsWith('-')) throw new StartException($"Usage: {Name} EMAIL");
        var builder = AppBuilder.Create(rest);
        builder.Logging.ClearProviders();
        var settings = builder.AddSettings();
        builder.Services.AddDataAsItIs(settings.DataDirectory);
        builder.Services.AddAccounts(settings);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        Console.WriteLine(await LinkAsync(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), email, settings));
        return 0;
    }

    private static async Task<Uri> LinkAsync(UserManager<Account> users, string email, TimerRoomsSettings settings)
    {
        var account = await users.FindByEmailAsync(email) ?? throw new StartException($"No account has the e-mail address {email}.");
        if (account.IsDisabled) throw new StartException($"The account {email} is disabled. An administrator can enable it on the page People.");
        var site = settings.PublicUrl?.ToString() ?? DataDirectory.AddressOf(settings.DataDirectory) ?? AppBuilder.DefaultAddress;
        return new Uri(new Uri(site), await PasswordReset.MakePathAsync(users, account));
    }
}
