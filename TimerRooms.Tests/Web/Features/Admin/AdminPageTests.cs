using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace TimerRooms.Tests.Web.Features.Admin;

public sealed class AdminPageTests(OwnedApp owned) : IClassFixture<OwnedApp>
{
    private readonly TestApp app = owned.App;
    private readonly HttpClient owner = owned.Owner;

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to()
    {
        using var answer = await app.CreateClient().GetAsync("/admin");

        Assert.Equal("/signin", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task For_a_member_it_is_the_very_404_of_a_page_that_does_not_exist()
    {
        var member = await app.JoinAsync(owner, "mia@example.org");

        using var admin = await member.GetAsync("/admin");
        using var nowhere = await member.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, admin.StatusCode);
        Assert.Equal(await nowhere.Content.ReadAsStringAsync(), await admin.Content.ReadAsStringAsync());
        Assert.Equal(nowhere.Headers.Select(header => header.Key).Order(), admin.Headers.Select(header => header.Key).Order());
        Assert.Contains(owned.Log(), line => line.Contains("Page of administrators refused: mia@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_member_sends_to_it_does_nothing()
    {
        var member = await app.JoinAsync(owner, "max@example.org");
        var id = (await app.AccountsAsync()).Single(account => account.Email == "max@example.org").Id;
        var form = (await member.PageAsync("/account")).Forms[0];
        form.RemoveAttribute("action");

        using var answer = await member.SendAsync(form, "/admin", ("_handler", "acts"), ("Act.Promote", id));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False((await app.AccountsAsync()).Single(account => account.Id == id).IsAdministrator);
    }

    [Fact]
    public async Task Only_administrators_are_shown_the_way_to_it()
    {
        var member = await app.JoinAsync(owner, "moe@example.org");

        Assert.Equal(["Rooms", "People", "Account"], await NavigationAsync(owner));
        Assert.Equal(["Rooms", "Account"], await NavigationAsync(member));
    }

    [Fact]
    public async Task Every_account_is_listed_with_its_role_its_state_and_its_rooms()
    {
        await app.JoinAsync(owner, "lea@example.org");
        await owned.RoomAsync([], new((await app.AccountsAsync()).Single(account => account.Email == "lea@example.org").Id, "Lea"));
        await owner.ActAsync("Disable", "lea@example.org");

        var page = await owner.PageAsync("/admin");

        Assert.Equal("lea@example.org Member Disabled 1 room", Facts(page, "lea@example.org"));
        Assert.Equal("owner@example.org (you) Administrator Active 0 rooms", Facts(page, TestApp.OwnerEmail));
    }

    [Fact]
    public async Task An_invitation_link_is_shown_once_and_its_invitation_listed_until_it_is_withdrawn()
    {
        using var answer = await owner.SubmitAsync("/admin", ("Invite.For", " Ada\tLovelace\u202e "), ("Invite.Administrator", "true"));
        var made = await answer.Read();
        var link = TestPeople.OneTimeLink(made, "Invitation link");
        var later = await owner.PageAsync("/admin");

        Assert.StartsWith("https://localhost/invite/", link, StringComparison.Ordinal);
        Assert.Contains("Send this link to Ada Lovelace. It works once, until ",
            made.QuerySelector(".once [role=status]:not([data-copied])")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(link[^22..], later.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.StartsWith("Ada Lovelace Administrator, by owner@example.org until ", Facts(later, "Ada Lovelace"), StringComparison.Ordinal);

        var withdrawn = await owner.ActAsync("Withdraw", "Ada Lovelace");
        Assert.Equal("The invitation for Ada Lovelace is withdrawn.", Notice(withdrawn, "status"));
        Assert.DoesNotContain("Ada Lovelace", withdrawn.Body!.Names("article"));
        using var again = await owner.PressAsync(later, "/admin", "Withdraw", "Ada Lovelace");
        Assert.Equal("That invitation is not open any more.", Notice(await again.Read(), "alert"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u202e ")]
    [InlineData("x", 201)]
    public async Task Whom_an_invitation_is_for_must_be_said_in_a_few_words(string text, int times = 1)
    {
        using var answer = await owner.SubmitAsync("/admin", ("Invite.For", string.Concat(Enumerable.Repeat(text, times))));

        Assert.Equal("Say whom it is for, in at most 200 characters.", (await answer.Read()).QuerySelector("#for-fault")!.TextContent);
    }

    [Fact]
    public async Task A_form_whose_token_does_not_hold_is_refused_as_on_every_page()
    {
        var stale = await owner.PageAsync("/admin");
        foreach (var token in stale.QuerySelectorAll("[name=__RequestVerificationToken]")) token.SetAttribute("value", "made up");

        using var answer = await owner.PressAsync(stale, "/admin", "Disable", TestApp.OwnerEmail);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("That did not get through", (await answer.Read()).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_log_says_who_did_what_to_whom_and_no_secret()
    {
        var invitation = (await owner.InviteAsync("Zoe"))[^22..];
        await app.CreateClient().SignUpAsync($"/invite/{invitation}", "zoe@example.org");
        await app.CreateClient().GetAsync($"/invite/{invitation}");
        var reset = TestPeople.OneTimeLink(await owner.ActAsync("Reset password link", "zoe@example.org"), "Reset link");
        foreach (var button in new[] { "Make administrator", "Make member", "Disable", "Enable" }) await owner.ActAsync(button, "zoe@example.org");

        var log = string.Join('\n', owned.Log().Where(line => line.Contains("zoe", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[line.IndexOf("INF", StringComparison.Ordinal)..]));

        Assert.Equal("""
            INF Invitation made: for Zoe as Member, by owner@example.org
            INF Account created: zoe@example.org as Member, invited by owner@example.org for Zoe
            INF Signed in: zoe@example.org from 127.0.0.1
            INF Reset link made: for zoe@example.org, by owner@example.org
            INF Account made administrator: zoe@example.org, by owner@example.org
            INF Account made member: zoe@example.org, by owner@example.org
            INF Account disabled, sign-ins ended: zoe@example.org, by owner@example.org
            INF Account enabled: zoe@example.org, by owner@example.org
            """, log);
        Assert.DoesNotContain(owned.Log(), line => line.Contains(invitation, StringComparison.Ordinal) || line.Contains(reset[^22..], StringComparison.Ordinal));
    }

    private static async Task<IEnumerable<string>> NavigationAsync(HttpClient client) =>
        (await client.PageAsync("/account")).QuerySelectorAll("nav a").Select(link => link.TextContent);

    /// <summary>What the line says, without its buttons.</summary>
    private static string Facts(IHtmlDocument page, string name)
    {
        var line = (IElement)page.Body!.Get("article", name).Clone();
        foreach (var button in line.QuerySelectorAll("button")) button.Remove();
        return string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Notice(IHtmlDocument page, string role) => page.QuerySelector($"p[role={role}]")!.TextContent;
}
