using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Accounts;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class DecoyPasswordTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    /// <summary>Format, function, rounds and size of the salt.</summary>
    private const int Header = 13;

    [Fact]
    public void Trying_it_costs_exactly_what_a_real_one_costs()
    {
        using var scope = owned.App.Services.CreateScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>();
        var real = Convert.FromBase64String(hasher.HashPassword(new Account(), TestApp.OwnerPassword));
        var decoy = Convert.FromBase64String(DecoyPassword.Hash);

        Assert.Equal(real[..Header], decoy[..Header]);
        Assert.Equal(real.Length, decoy.Length);
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(new Account(), DecoyPassword.Hash, TestApp.OwnerPassword));
    }
}
