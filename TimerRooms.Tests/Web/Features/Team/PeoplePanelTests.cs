using System.Text.RegularExpressions;
using Bunit;
using Microsoft.AspNetCore.Components;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;
using TimerRooms.Web.Features.Team;

namespace TimerRooms.Tests.Web.Features.Team;

public sealed class PeoplePanelTests
{
    private static readonly Actor Olga = new("owner", "Olga") { PersonId = Actor.PersonOfAccount("owner") };
    private static readonly Actor Ada = new("ada", "Ada") { PersonId = Actor.PersonOfAccount("ada"), DeviceId = "laptop" };
    private static readonly Actor Guest = new(null, "Guest 1") { PersonId = Actor.PersonOfDevice("phone"), DeviceId = "phone" };

    private readonly List<RoomCommand> sent = [];

    [Fact]
    public async Task It_says_of_each_what_they_may_do_with_what_they_are_here_since_when_and_who_is_away()
    {
        await using var room = await ViewedRoom.OpenAsync();
        room.Live.People.Join(Olga, RoomRole.Owner, "computer");
        room.Live.People.Join(Guest, RoomRole.Controller, "phone").Show(false);
        room.Live.People.Join(Guest, RoomRole.Controller, "tablet").Show(false);

        var people = Lines(Show(room, Olga));

        Assert.Equal(2, people.Count);
        Assert.Matches(@"^Olga \(you\) owner · computer · since \S+$", people[0]);
        Assert.Matches(@"^Guest 1 drives · phone and tablet, 2 pages · since \S+ · away$", people[1]);
    }

    [Fact]
    public async Task Who_comes_and_goes_is_told_quietly_and_once()
    {
        await using var room = await ViewedRoom.OpenAsync();
        room.Live.People.Join(Olga, RoomRole.Owner, "computer");
        var panel = Show(room, Olga);

        var page = room.Live.People.Join(Guest, RoomRole.Controller, "phone");
        room.Clock.Advance(Presence.Pace);
        panel.WaitForAssertion(() => Assert.Equal("Guest 1 joined", panel.Find("[role=status][aria-label='Coming and going']").TextContent));
        Assert.Equal(2, Lines(panel).Count);

        page.Dispose();
        room.Clock.Advance(Presence.Pace);
        panel.WaitForAssertion(() => Assert.Equal("Guest 1 left", panel.Find("[role=status][aria-label='Coming and going']").TextContent));
        Assert.Single(Lines(panel));
    }

    [Fact]
    public async Task Only_the_owner_decides_about_others_and_removes_one_with_an_account_in_that_browser_too()
    {
        await using var room = await ViewedRoom.OpenAsync();
        JoinAll(room);

        var panel = Show(room, Olga);
        Assert.Equal(["More for Ada", "More for Guest 1"], panel.Names("button"));
        Assert.Equal(["Rename", "Identify", "Make viewer", "Remove"], panel.Get("menu", "More for Ada").Names("menuitem"));
        foreach (var person in new[] { "Ada", "Guest 1" })
            await panel.Get("menu", $"More for {person}").QuerySelectorAll("[role=menuitem]").Single(item => item.TextContent == "Remove").ClickAsync();

        Assert.Equal([new SetPersonRemoved(Ada.PersonId!, "Ada", true, "laptop"), new SetPersonRemoved(Guest.PersonId!, "Guest 1", true)], sent);
        Assert.Empty(Show(room, Guest, RoomRole.Controller).Names("button"));
    }

    [Fact]
    public async Task Who_was_removed_is_named_and_can_be_let_in_again()
    {
        await using var room = await ViewedRoom.OpenAsync();
        await room.DoAsync(new SetPersonRemoved(Guest.PersonId!, "Guest 1", true));
        var panel = Show(room, Olga);

        Assert.Equal("Guest 1 removed", panel.Find("li.removed .who").TextContent);
        await panel.Get("button", "Let in again").ClickAsync();

        Assert.Equal(new SetPersonRemoved(Guest.PersonId!, "Guest 1", false), Assert.Single(sent));
    }

    [Fact]
    public async Task Who_is_removed_is_named_once_also_while_their_pages_are_still_here()
    {
        await using var room = await ViewedRoom.OpenAsync();
        JoinAll(room);
        var panel = Show(room, Olga);

        await room.DoAsync(new SetPersonRemoved(Ada.PersonId!, "Ada", true));
        await room.DoAsync(new SetPersonRemoved(Guest.PersonId!, "Guest 1", true));
        panel.Render();
        Assert.Equal(["Olga (you)", "Ada removed", "Guest 1 removed"], Names());
        await room.DoAsync(new SetPersonRemoved(Ada.PersonId!, "Ada", false));
        panel.Render();
        Assert.Equal(["Olga (you)", "Ada", "Guest 1 removed"], Names());

        List<string> Names() => [.. Lines(panel).Select(line => Regex.Replace(line, " (owner|drives|may look on) .*", ""))];
    }

    [Fact]
    public async Task Who_turns_out_to_be_somebody_who_is_here_already_ends_no_page()
    {
        await using var room = await ViewedRoom.OpenAsync();
        var page = JoinAll(room);
        var panel = Show(room, Olga);

        page.Become(Ada, RoomRole.Controller);
        panel.Render();
        room.Clock.Advance(Presence.Pace);

        panel.WaitForAssertion(() => Assert.Equal(2, Lines(panel).Count));
    }

    [Fact]
    public async Task A_choice_that_is_refused_goes_back_to_what_holds()
    {
        await using var room = await ViewedRoom.OpenAsync();
        room.Live.People.Join(Olga, RoomRole.Owner, "computer");
        var panel = Show(room, Olga);

        await panel.Find("select").ChangeAsync("OwnerOnly");  // is only noted here

        Assert.Equal(new SetPolicy(ControlPolicy.OwnerOnly), Assert.Single(sent));
        Assert.Equal("Everyone", panel.Find("select").GetAttribute("value"));
    }

    [Fact]
    public async Task Nobody_is_watched_after_it_has_gone()
    {
        await using var room = await ViewedRoom.OpenAsync();
        var before = room.Live.People.WatcherCount;
        Show(room, Olga);
        Assert.Equal(before + 1, room.Live.People.WatcherCount);

        await room.Page.DisposeComponentsAsync();

        Assert.Equal(before, room.Live.People.WatcherCount);
    }

    /// <summary>The guest's page, who came last.</summary>
    private static OpenPage JoinAll(ViewedRoom room)
    {
        room.Live.People.Join(Olga, RoomRole.Owner, "computer");
        room.Live.People.Join(Ada, RoomRole.Controller, "computer");
        return room.Live.People.Join(Guest, RoomRole.Controller, "phone");
    }

    private IRenderedComponent<PeoplePanel> Show(ViewedRoom room, Actor me, RoomRole role = RoomRole.Owner)
    {
        room.Page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return room.Page.Render<PeoplePanel>(parameters => parameters
            .Add(panel => panel.Live, room.Live).Add(panel => panel.Me, me).Add(panel => panel.Rights, new Rights(role, true, false, null))
            .Add(panel => panel.OnCommand, sent.Add).Add(panel => panel.OnRename, _ => Task.FromResult<Refusal?>(null)));
    }

    private static List<string> Lines(IRenderedComponent<PeoplePanel> panel) =>
        [.. panel.FindAll("li .who").Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
