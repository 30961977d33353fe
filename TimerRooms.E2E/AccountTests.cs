using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed class AccountTests(Site site) : StageTests(site)
{
    private const string Another = "three grey pigeons asleep";

    [Fact]
    public async Task A_page_of_the_owner_asks_to_sign_in_and_then_goes_on()
    {
        var server = await Shared;
        var visitor = await VisitorAsync(server);
        await visitor.OpenAsync("/account");
        await visitor.Account.SignInAsync(AppServer.OwnerEmail, "not the right words");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not go together");

        await visitor.Account.SignInAsync(AppServer.OwnerEmail, AppServer.OwnerPassword);
        await Expect(visitor.Page).ToHaveURLAsync($"{server.Address}/account");
    }

    [Fact]
    public async Task Signing_out_ends_the_pages_of_the_owner()
    {
        var server = await OwnServerAsync();
        var owner = await OwnerAsync(server);
        await owner.OpenAsync("/account");

        await owner.Account.PressAsync("Sign out");
        await Expect(owner.Page).ToHaveURLAsync($"{server.Address}/signin");
        await owner.OpenAsync("/rooms");
        Assert.Contains("/signin", owner.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_is_the_one_that_counts_and_other_browsers_are_signed_out()
    {
        var server = await OwnServerAsync();
        var (owner, elsewhere) = (await OwnerAsync(server), await VisitorAsync(server, "elsewhere"));
        await elsewhere.OpenAsync("/signin");
        await elsewhere.Account.SignInAsync(AppServer.OwnerEmail, AppServer.OwnerPassword);
        await Expect(elsewhere.Page).ToHaveURLAsync($"{server.Address}/rooms");

        await owner.OpenAsync("/account");
        await owner.Account.ChangePasswordAsync(AppServer.OwnerPassword, Another);
        await Expect(owner.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your password is changed");
        await owner.OpenAsync("/rooms");
        await Expect(owner.Page).ToHaveURLAsync($"{server.Address}/rooms");

        await elsewhere.OpenAsync("/account");
        await elsewhere.Account.SignInAsync(AppServer.OwnerEmail, AppServer.OwnerPassword);
        await Expect(elsewhere.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await elsewhere.Account.SignInAsync(AppServer.OwnerEmail, Another);
        await Expect(elsewhere.Page).ToHaveURLAsync($"{server.Address}/account");
    }

    [Fact]
    public async Task The_reset_command_prints_a_link_that_works_once_beside_the_running_server()
    {
        var server = await OwnServerAsync();
        var (exitCode, link) = await server.RunBesideAsync("reset-password", AppServer.OwnerEmail);
        Assert.Equal(0, exitCode);
        // it names the address the server was told to listen on; the sign-in cookie wants the name
        var path = new Uri(link).PathAndQuery;
        var (owner, late) = (await VisitorAsync(server, "owner"), await VisitorAsync(server, "late"));

        await owner.OpenAsync(path);
        await owner.Account.ResetPasswordAsync(Another);
        await Expect(owner.Page).ToHaveURLAsync($"{server.Address}/rooms");

        await late.OpenAsync(path);
        await late.Account.ResetPasswordAsync("another try with the link");
        await Expect(late.Account.Field("New password")).ToHaveAttributeAsync("aria-invalid", "true");
        await late.OpenAsync("/signin");
        await late.Account.SignInAsync(AppServer.OwnerEmail, Another);
        await Expect(late.Page).ToHaveURLAsync($"{server.Address}/rooms");
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_refuses_with_one_clear_line()
    {
        var (exitCode, output) = await (await Shared).RunBesideAsync("--urls", "http://127.0.0.1:0");
        Assert.Equal(1, exitCode);
        Assert.DoesNotContain('\n', output);
        Assert.StartsWith("Another TimerRooms process uses the data directory", output, StringComparison.Ordinal);
    }
}
