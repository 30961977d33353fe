using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Accounts;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class DisabledAccountTests : IAsyncLifetime
{
    private const string Ada = "ada@example.org";

    private TestApp app = null!;
    private HttpClient owner = null!;
    private HttpClient ada = null!;

    public async Task InitializeAsync()
    {
        (app, owner) = await TestApp.WithOwnerAsync();
        ada = await app.JoinAsync(owner, Ada);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Its_sign_ins_end_at_once_and_do_not_come_back_with_it()
    {
        await owner.ActAsync("Disable", Ada);
        Assert.Equal(HttpStatusCode.Redirect, (await ada.GetAsync("/rooms")).StatusCode);

        await owner.ActAsync("Enable", Ada);
        Assert.Equal(HttpStatusCode.Redirect, (await ada.GetAsync("/rooms")).StatusCode);
        await app.SignInAsync(Ada, TestPeople.Password);
    }

    [Fact]
    public async Task Pages_that_are_open_are_told_at_once()
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = app.Services.GetRequiredService<AccountWatch>().Watch(told.SetResult);

        await owner.ActAsync("Disable", Ada);

        await told.Task.WaitAsync(LiveRooms.Patience);
    }

    [Fact]
    public async Task Signing_in_is_answered_as_a_wrong_password_is()
    {
        using var wrong = await SignInAsync(app.ClientFrom("198.51.100.1"), "a wrong password");
        await owner.ActAsync("Disable", Ada);

        using var right = await SignInAsync(app.ClientFrom("198.51.100.2"), TestPeople.Password);

        Assert.Equal(wrong.StatusCode, right.StatusCode);
        Assert.Equal((await wrong.Read()).QuerySelector("main")!.TextContent, (await right.Read()).QuerySelector("main")!.TextContent);
        Assert.Equal(wrong.Headers.Select(header => header.Key).Order(), right.Headers.Select(header => header.Key).Order());
    }

    [Fact]
    public async Task Its_rooms_stay_and_their_viewer_links_go_on()
    {
        var rooms = app.Services.GetRequiredService<RoomRegistry>();
        var actor = new Actor((await app.AccountsAsync()).Single(account => account.Email == Ada).Id, Ada);
        var room = rooms.Find((await rooms.CreateAsync("Main hall", actor)).Id!.Value, actor)!;
        var token = Tokens.New();
        Assert.Null(await room.ExecuteAsync(new AddLink(Guid.CreateVersion7(), LinkScope.View, "Viewer link", token), actor));

        await owner.ActAsync("Disable", Ada);

        Assert.Equal(HttpStatusCode.OK, (await app.CreateClient().GetAsync($"/v/{token}")).StatusCode);
        Assert.Single(rooms.OwnedBy(actor.AccountId!));
    }

    [Fact]
    public async Task A_reset_link_does_not_let_it_in()
    {
        var before = new Uri(TestPeople.OneTimeLink(await owner.ActAsync("Reset password link", Ada), "Reset link")).PathAndQuery;
        await owner.ActAsync("Disable", Ada);
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var after = await PasswordReset.MakePathAsync(users, (await users.FindByEmailAsync(Ada))!);

        foreach (var link in new[] { before, after })
        {
            using var answer = await app.CreateClient().SubmitAsync(link, ("Form.Next", "nine quiet herons"));
            Assert.Contains("used or is too old", (await answer.Read()).QuerySelector("#next-fault")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_reset_command_says_so_in_one_line()
    {
        await app.CreateClient().GetAsync("/signin");
        await owner.ActAsync("Disable", Ada);

        await using var command = AppProcess.Start(app.DataDirectory, ["reset-password", Ada]);

        Assert.Equal(1, await command.ExitAsync());
        Assert.Equal($"The account {Ada} is disabled. An administrator can enable it on the page People.", Assert.Single(command.Lines));
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string password) =>
        client.SubmitAsync("/signin", ("Form.Email", Ada), ("Form.Password", password));
}
