using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Accounts;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class CredentialsTests : IAsyncLifetime
{
    private TestApp app = null!;
    private HttpClient owner = null!;

    public async Task InitializeAsync() => (app, owner) = await TestApp.WithOwnerAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Signing_out_everywhere_works_also_when_the_account_changes_meanwhile()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var account = await FindAsync(scope);
        await using (var other = app.Services.CreateAsyncScope())
            await Users(other).SetPhoneNumberAsync(await FindAsync(other), "1");

        await scope.ServiceProvider.GetRequiredService<Credentials>().EndSignInsAsync(account);

        Assert.Equal(HttpStatusCode.Redirect, (await owner.GetAsync("/rooms")).StatusCode);
        var client = await app.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/rooms")).StatusCode);
    }

    private static UserManager<Account> Users(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

    private static async Task<Account> FindAsync(AsyncServiceScope scope) => (await Users(scope).FindByEmailAsync(TestApp.OwnerEmail))!;
}
