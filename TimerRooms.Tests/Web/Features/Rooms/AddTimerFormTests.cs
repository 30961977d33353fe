using Bunit;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Core.Timers;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class AddTimerFormTests : IAsyncLifetime
{
    private OwnersDesk desk = null!;
    private LiveRoom room = null!;

    public async Task InitializeAsync()
    {
        desk = await OwnersDesk.OpenAsync();
        room = await desk.MakeAsync("Main hall", "Opening");
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Add_timer_shows_the_fields_and_keeps_them_when_pressed_again()
    {
        var control = desk.Show(room);
        Assert.Empty(control.All("field"));

        await control.Get("button", "Add timer").ClickAsync();
        await control.Get("field", "Title").InputAsync(new() { Value = "Panel" });
        await control.Get("button", "Add timer").ClickAsync();

        Assert.Equal("Panel", control.Get("field", "Title").GetAttribute("value"));
        Assert.NotNull(control.Get("field", "Duration"));
        Assert.Equal("submit", control.Get("button", "Add").GetAttribute("type"));
        desk.Page.JSInterop.VerifyFocusAsyncInvoke();
    }

    [Theory]
    [InlineData("10:00", 600)]
    [InlineData("90s", 90)]
    [InlineData("5m", 300)]
    [InlineData("1h30", 5400)]
    [InlineData("25", 1500)]
    public async Task One_line_adds_a_timer_and_makes_room_for_the_next(string duration, int seconds)
    {
        var control = await OpenAsync();

        await TypeAsync(control, "Panel", duration);
        await control.Find("form").SubmitAsync();

        Assert.Equal(("Panel", TimeSpan.FromSeconds(seconds)), (room.Current.Timers[1].Title, room.Current.Timers[1].Duration));
        control.WaitForAssertion(() => Assert.Equal(["Opening", "Panel"], control.Names("article")));
        Assert.Equal(("", ""), Typed(control));
    }

    [Fact]
    public async Task Enter_twice_adds_one_timer()
    {
        var control = await OpenAsync();
        await TypeAsync(control, "Panel", "5m");

        var form = control.Find("form");
        await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());

        Assert.Equal(["Opening", "Panel"], room.Current.Timers.Select(timer => timer.Title));
    }

    [Theory]
    [InlineData(" ", "10:00", "Title", "Say what it is for.")]
    [InlineData("Panel", "", "Duration", "Give a duration, as 10:00, 90s, 5m or 1h30.")]
    [InlineData("Panel", "soon", "Duration", "Give a duration, as 10:00, 90s, 5m or 1h30.")]
    [InlineData("Panel", "0", "Duration", "Give a duration, as 10:00, 90s, 5m or 1h30.")]
    [InlineData("Panel", "100:00:00", "Duration", "Give a duration, as 10:00, 90s, 5m or 1h30.")]
    public async Task A_fault_is_tied_to_its_field_and_loses_nothing(string title, string duration, string faulty, string text)
    {
        var control = await OpenAsync();
        await TypeAsync(control, title, duration);

        await control.Find("form").SubmitAsync();

        Assert.Single(room.Current.Timers);
        Assert.Equal([faulty], control.All("field").Where(field => field.GetAttribute("aria-invalid") == "true").Select(field => field.Name()));
        Assert.Equal(text, control.Get("field", faulty).Description());
        Assert.Equal((title, duration), Typed(control));
    }

    [Fact]
    public async Task A_fault_goes_once_it_is_mended()
    {
        var control = await OpenAsync();
        await control.Find("form").SubmitAsync();

        await TypeAsync(control, "Panel", "5m");
        await control.Find("form").SubmitAsync();

        Assert.Equal("", control.Get("field", "Title").Description());
        Assert.Empty(control.FindAll("[aria-invalid]"));
    }

    [Fact]
    public async Task A_full_room_says_so_and_what_was_typed_stays()
    {
        while (room.Current.Timers.Count < Room.MostTimers) await OwnersDesk.DoAsync(room, new DuplicateTimer(room.Current.Timers[0].Id, Guid.CreateVersion7()));
        var form = desk.Page.Render<AddTimerForm>(parameters => parameters
            .Add(part => part.Room, room.Current).Add(part => part.OnCommand, command => room.ExecuteAsync(command, new("owner", "Olga"))));
        await form.Get("button", "Add timer").ClickAsync();
        await form.Get("field", "Title").InputAsync(new() { Value = "Panel" });
        await form.Get("field", "Duration").InputAsync(new() { Value = "5m" });

        await form.Find("form").SubmitAsync();

        Assert.Equal("A room has room for 200 timers. Delete one first.", form.Find("[role=alert]").TextContent);
        Assert.Equal("Panel", form.Get("field", "Title").GetAttribute("value"));
    }

    [Theory]
    [InlineData("1 min", "1 minute", 1)]
    [InlineData("5 min", "5 minutes", 5)]
    [InlineData("10 min", "10 minutes", 10)]
    [InlineData("25 min", "25 minutes", 25)]
    public async Task A_preset_takes_one_tap(string preset, string title, int minutes)
    {
        var control = await OpenAsync();

        await control.Get("group", "Add at once").Get("button", preset).ClickAsync();

        Assert.Equal((title, TimeSpan.FromMinutes(minutes)), (room.Current.Timers[1].Title, room.Current.Timers[1].Duration));
    }

    [Fact]
    public async Task A_preset_takes_the_name_that_was_typed()
    {
        var control = await OpenAsync();
        await TypeAsync(control, "Panel", "");

        await control.Get("button", "5 min").ClickAsync();

        Assert.Equal("Panel", room.Current.Timers[1].Title);
    }

    [Fact]
    public async Task Count_up_adds_a_stopwatch()
    {
        var control = await OpenAsync();

        await control.Get("button", "Count up").ClickAsync();

        Assert.Equal(("Stopwatch", TimerKind.CountUp), (room.Current.Timers[1].Title, room.Current.Timers[1].Kind));
    }

    [Fact]
    public async Task What_new_timers_do_at_zero_is_chosen_once_and_remembered()
    {
        var control = await OpenAsync();
        Assert.Equal(["Stop", "Run into overtime", "Start the next", "Repeat"], control.Get("field", "At zero").Children.Select(choice => choice.TextContent));

        await control.Get("field", "At zero").ChangeAsync(new() { Value = "Overtime" });
        await control.Get("button", "5 min").ClickAsync();

        Assert.Equal(AtZero.Overtime, room.Current.Timers[1].AtZero);
        Assert.Equal("Overtime", (await OpenAsync()).Get("field", "At zero").GetAttribute("value"));
    }

    private async Task<IRenderedComponent<RoomControl>> OpenAsync()
    {
        var control = desk.Show(room);
        await control.Get("button", "Add timer").ClickAsync();
        return control;
    }

    private static async Task TypeAsync(IRenderedComponent<RoomControl> control, string title, string duration)
    {
        await control.Get("field", "Title").InputAsync(new() { Value = title });
        await control.Get("field", "Duration").InputAsync(new() { Value = duration });
    }

    private static (string?, string?) Typed(IRenderedComponent<RoomControl> control) =>
        (control.Get("field", "Title").GetAttribute("value"), control.Get("field", "Duration").GetAttribute("value"));
}
