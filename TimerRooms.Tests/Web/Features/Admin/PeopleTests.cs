using System.Net;
using AngleSharp.Html.Dom;

namespace TimerRooms.Tests.Web.Features.Admin;

public sealed class PeopleTests : IAsyncLifetime
{
    private const string Ada = "ada@example.org", NewPassword = "nine quiet herons";

    private TestApp app = null!;
    private HttpClient owner = null!;

    public async Task InitializeAsync() => (app, owner) = await TestApp.WithOwnerAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("Disable")]
    [InlineData("Make member")]
    public async Task The_last_active_administrator_stays_one(string button)
    {
        await app.JoinAsync(owner, Ada, asAdministrator: true);
        await owner.ActAsync("Disable", Ada);

        var page = await owner.ActAsync(button, TestApp.OwnerEmail);

        Assert.Equal("You are the only active administrator. Make somebody else an administrator first.", page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/admin")).StatusCode);
    }

    [Theory]
    [InlineData("Disable", "/signin")]
    [InlineData("Make member", "/rooms")]
    public async Task One_of_several_administrators_may_go(string button, string landing)
    {
        await app.JoinAsync(owner, Ada, asAdministrator: true);

        using var answer = await owner.PressAsync("/admin", button, TestApp.OwnerEmail);

        Assert.Equal("/rooms", answer.Headers.Location!.AbsolutePath);
        using var rooms = await owner.GetAsync("/rooms");
        Assert.Equal(landing, rooms.Headers.Location?.AbsolutePath ?? "/rooms");
        Assert.NotEqual(HttpStatusCode.OK, (await owner.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Two_administrators_who_demote_each_other_at_once_leave_one()
    {
        var ada = await app.JoinAsync(owner, Ada, asAdministrator: true);
        var (one, other) = (await owner.PageAsync("/admin"), await ada.PageAsync("/admin"));

        await Task.WhenAll(owner.PressAsync(one, "/admin", "Make member", Ada), ada.PressAsync(other, "/admin", "Make member", TestApp.OwnerEmail));

        Assert.Single(await app.AccountsAsync(), account => account.IsAdministrator);
    }

    [Fact]
    public async Task Roles_count_from_the_next_page_on()
    {
        var ada = await app.JoinAsync(owner, Ada);
        await owner.ActAsync("Make administrator", Ada);
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync("/admin")).StatusCode);

        await owner.ActAsync("Make member", Ada);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync("/rooms")).StatusCode);
    }

    [Theory]
    [InlineData("Disable")]
    [InlineData("Make member")]
    public async Task Nobody_comes_back_by_an_invitation_they_made_before(string button)
    {
        var ada = await app.JoinAsync(owner, Ada, asAdministrator: true);
        var (backDoor, other) = (await ada.InviteAsync("Friend", asAdministrator: true), await owner.InviteAsync("Bob"));

        await owner.ActAsync(button, Ada);

        Assert.Equal(HttpStatusCode.NotFound, (await app.CreateClient().GetAsync(backDoor)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.CreateClient().GetAsync(other)).StatusCode);
    }

    [Fact]
    public async Task A_reset_link_lets_its_account_choose_a_new_password_once_and_is_shown_once()
    {
        var ada = await app.JoinAsync(owner, Ada);
        var link = ResetLink(await owner.ActAsync("Reset password link", Ada));
        Assert.Null((await owner.PageAsync("/admin")).QuerySelector(".once"));

        using var answer = await app.CreateClient().SubmitAsync(link.PathAndQuery, ("Form.Next", NewPassword));
        using var again = await app.CreateClient().SubmitAsync(link.PathAndQuery, ("Form.Next", "eleven round pebbles"));

        Assert.Equal("/rooms", answer.Headers.Location!.AbsolutePath);
        Assert.NotNull((await again.Read()).QuerySelector("#next-fault"));
        Assert.Equal(HttpStatusCode.Redirect, (await ada.GetAsync("/rooms")).StatusCode);
        await app.SignInAsync(Ada, NewPassword);
    }

    [Fact]
    public async Task For_a_disabled_account_there_is_no_reset_link()
    {
        await app.JoinAsync(owner, Ada);
        var before = await owner.PageAsync("/admin");
        var page = await owner.ActAsync("Disable", Ada);

        using var late = await owner.PressAsync(before, "/admin", "Reset password link", Ada);

        Assert.DoesNotContain("Reset password link", page.Body!.Get("article", Ada).Names("button"));
        Assert.Equal($"{Ada} is disabled. Enable the account first.", (await late.Read()).QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_press_for_an_account_that_is_not_there_says_so()
    {
        var form = (IHtmlFormElement)(await owner.PageAsync("/admin")).GetElementById("acts")!;

        using var answer = await owner.SendAsync(form, "/admin", ("Act.Disable", "nobody"));

        Assert.Equal("That account is not there.", (await answer.Read()).QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task Links_name_the_address_the_host_set()
    {
        var (site, administrator) = await TestApp.WithOwnerAsync(("TimerRooms:PublicUrl", "https://rooms.example.org"));
        await using var running = site;

        Assert.Equal("rooms.example.org", ResetLink(await administrator.ActAsync("Reset password link", TestApp.OwnerEmail)).Host);
    }

    private static Uri ResetLink(IHtmlDocument page) => new(TestPeople.OneTimeLink(page, "Reset link"));
}
