using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Accounts;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class DisabledSignInTests
{
    private const string Ada = "ada@example.org";

    private static readonly (string, string)[] WithOwner = [("TimerRooms:Owner:Email", TestApp.OwnerEmail), ("TimerRooms:Owner:Password", TestApp.OwnerPassword)];

    [Fact]
    public async Task Signing_in_takes_the_time_of_a_wrong_password()
    {
        var hasher = new CountingHasher();
        await using var unstarted = new TestApp(WithOwner);
        await using var counted = unstarted.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
            services.AddSingleton<IPasswordHasher<Account>>(hasher)));
        HttpClient Browser() => counted.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false });
        var administrator = Browser();
        await SignInAsync(administrator, TestApp.OwnerEmail, TestApp.OwnerPassword);
        await Browser().SignUpAsync(await administrator.InviteAsync("Ada"), Ada);
        await administrator.ActAsync("Disable", Ada);
        hasher.Verified = 0;

        await SignInAsync(Browser(), Ada, TestPeople.Password);
        Assert.Equal(1, hasher.Verified);
        await SignInAsync(Browser(), Ada, "a wrong password");
        Assert.Equal(2, hasher.Verified);
    }

    [Fact]
    public async Task It_stays_out_after_a_restart_too()
    {
        var directory = Directory.CreateTempSubdirectory("timerrooms-").FullName;
        string cookies;
        await using (var first = new TestApp(directory, WithOwner))
        {
            using var answer = await SignInAsync(first.CreateClient(), TestApp.OwnerEmail, TestApp.OwnerPassword);
            cookies = string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
            await using var db = await first.DatabaseAsync();
            (await db.Users.SingleAsync()).IsDisabled = true;  // its stamp stays as it was
            await db.SaveChangesAsync();
        }

        await using (var second = new TestApp(directory))
        {
            using var client = second.CreateDefaultClient(new Uri("https://localhost"));
            client.DefaultRequestHeaders.Add("Cookie", cookies);
            Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/rooms")).StatusCode);
        }
        Directory.Delete(directory, recursive: true);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string email, string password) =>
        client.SubmitAsync("/signin", ("Form.Email", email), ("Form.Password", password));

    /// <summary>Trying a password is what costs the time.</summary>
    private sealed class CountingHasher : PasswordHasher<Account>
    {
        public int Verified { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
