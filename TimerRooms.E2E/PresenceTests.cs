using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

/// <summary>People who come and go drive the clock, in real browsers and with a grace set short.</summary>
public sealed class PresenceTests(Site site) : StageTests(site)
{
    private const string Session = "Session";

    [Fact]
    public async Task The_clock_starts_with_both_is_held_when_one_leaves_and_goes_on_when_they_are_back()
    {
        var (owner, customer, mechanic, link) = await BothAsync(oneDevice: false);
        var viewer = await ViewerAsync(await Shared, await owner.Room.TakeLinkAsync());
        await viewer.Viewer.Timer(Session).TicksAsync();

        await customer.Page.GotoAsync("about:blank");
        foreach (var person in new[] { owner, mechanic, viewer })
            await Expect(person.Room.Timer(Session).Article.GetByText("held: waiting for Customer")).ToBeVisibleAsync();
        var held = await viewer.Viewer.Timer(Session).TextAsync();
        await viewer.PassAsync(TimeSpan.FromSeconds(3));
        Assert.Equal(held, await viewer.Viewer.Timer(Session).TextAsync());
        Assert.Equal(held, await mechanic.Room.Timer(Session).TextAsync());

        await customer.JoinAsync(link);
        await viewer.Viewer.Timer(Session).IsAsync("running");
        await mechanic.Room.Timer(Session).TicksAsync();
        await Expect(mechanic.Room.Timer(Session).Article.GetByText("held:")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Who_is_gone_and_back_within_the_grace_time_holds_nothing()
    {
        var (owner, customer, mechanic, link) = await BothAsync(oneDevice: false, grace: 30);

        await customer.Page.GotoAsync("about:blank");
        await Expect(mechanic.Room.People.Filter(new() { HasText = "Customer" })).ToHaveCountAsync(0);
        await mechanic.Room.Timer(Session).TicksAsync();
        await customer.JoinAsync(link);

        foreach (var person in new[] { owner, customer, mechanic }) await person.Room.Timer(Session).TicksAsync();
        await owner.Room.OpenActivityAsync();
        await Expect(owner.Room.Activity.Filter(new() { HasText = "started" })).ToHaveCountAsync(1);
        await Expect(owner.Room.Activity.Filter(new() { HasText = "held" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Refreshing_within_the_grace_time_holds_nothing()
    {
        var (owner, customer, mechanic, _) = await BothAsync(oneDevice: false);
        foreach (var person in new[] { customer, mechanic })
        {
            await person.Page.ReloadAsync();
            await person.Room.IsLiveAsync();
            await person.Room.Timer(Session).IsAsync("running");
        }
        await owner.PassAsync(TimeSpan.FromSeconds(3));
        await owner.Room.OpenActivityAsync();
        await Expect(owner.Room.Activity.Filter(new() { HasText = "held" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_another_device_the_newest_page_takes_over_and_can_be_taken_back_from()
    {
        var (_, customer, mechanic, link) = await BothAsync(oneDevice: true);

        var phone = await (await VisitorAsync(await Shared, "phone")).JoinAsync(link);
        await Expect(customer.Room.Heading("Opened on another device")).ToBeVisibleAsync();
        await phone.Room.Timer(Session).TicksAsync();
        await mechanic.Room.Timer(Session).IsAsync("running");

        await customer.Room.PressAsync("Use here instead");
        await customer.Room.Timer(Session).TicksAsync();
        await Expect(phone.Room.Heading("Opened on another device")).ToBeVisibleAsync();
        await mechanic.Room.Timer(Session).IsAsync("running");
    }

    private async Task<(Person Owner, Person Customer, Person Mechanic, Uri CustomersLink)> BothAsync(bool oneDevice, int grace = 2, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var server = await Shared;
        var owner = await OwnerOfRoomAsync(server, [], test);
        await owner.Room.OpenAddFormAsync();
        await owner.Room.Title.FillAsync(Session);
        await owner.Room.PressAsync("Count up");
        var (customers, mechanics) = (await owner.Room.TakePersonalLinkAsync("Customer"), await owner.Room.TakePersonalLinkAsync("Mechanic"));
        await owner.Room.OpenFromMenuAsync("People and the clock");
        var dialog = owner.Page.GetByRole(AriaRole.Dialog, new() { Name = "People and the clock", Exact = true });
        await dialog.GetByLabel("Start when everyone is here").CheckAsync();
        await dialog.GetByLabel("How many are everyone").FillAsync("3");
        await dialog.GetByLabel("Hold when people leave").CheckAsync();
        await dialog.GetByLabel("People needed").FillAsync("3");
        await dialog.GetByLabel("Grace time in seconds").FillAsync($"{grace}");
        if (oneDevice) await dialog.GetByLabel("One device per person").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();

        var customer = await (await VisitorAsync(server, "customer", test: test)).JoinAsync(customers);
        await owner.Room.Timer(Session).IsAsync("idle");
        var mechanic = await (await VisitorAsync(server, "mechanic", test: test)).JoinAsync(mechanics);
        await owner.Room.Timer(Session).IsAsync("running");
        return (owner, customer, mechanic, customers);
    }
}
