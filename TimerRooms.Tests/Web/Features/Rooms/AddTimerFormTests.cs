using Bunit;
using TimerRooms.Core.Live;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class AddTimerFormTests() : ControlPageTests("Opening")
{
    [Fact]
    public async Task Add_timer_shows_the_fields_and_keeps_them_when_pressed_again()
    {
        var control = Desk.Show(Live);
        Assert.DoesNotContain("Title", control.Names("field"));

        await control.ActAsync(page => page.Get("button", "Add timer").ClickAsync());
        await control.ActAsync(page => page.Get("field", "Title").InputAsync(new() { Value = "Panel" }));
        await control.ActAsync(page => page.Get("button", "Add timer").ClickAsync());

        Assert.Equal("Panel", control.Get("field", "Title").GetAttribute("value"));
        Assert.NotNull(control.Get("field", "Duration"));
        Assert.Equal("submit", control.Get("button", "Add").GetAttribute("type"));
        Desk.Page.JSInterop.VerifyFocusAsyncInvoke();
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
        await control.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Equal(("Panel", TimeSpan.FromSeconds(seconds)), (Live.Current.Timers[1].Title, Live.Current.Timers[1].Duration));
        control.WaitForAssertion(() => Assert.Equal(["Opening", "Panel"], control.Names("article")));
        Assert.Equal(("", ""), Typed(control));
    }

    [Fact]
    public async Task Enter_twice_adds_one_timer()
    {
        var (saved, sent) = (new TaskCompletionSource<Refusal?>(), new List<RoomCommand>());
        var form = await ShowAsync(command =>
        {
            sent.Add(command);
            return saved.Task;
        });

        var first = form.ActAsync(page => page.Find("form").SubmitAsync());
        var second = form.ActAsync(page => page.Find("form").SubmitAsync());
        saved.SetResult(null);
        await Task.WhenAll(first, second);

        Assert.Single(sent);
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

        await control.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Single(Live.Current.Timers);
        Assert.Equal([faulty], control.All("field").Where(field => field.GetAttribute("aria-invalid") == "true").Select(field => field.Name()));
        Assert.Equal(text, control.Get("field", faulty).Description());
        Assert.Equal((title, duration), Typed(control));
    }

    [Fact]
    public async Task A_fault_goes_once_it_is_mended()
    {
        var control = await OpenAsync();
        await control.ActAsync(page => page.Find("form").SubmitAsync());

        await TypeAsync(control, "Panel", "5m");
        await control.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Equal("", control.Get("field", "Title").Description());
        Assert.Empty(control.FindAll("[aria-invalid]"));
    }

    [Fact]
    public async Task A_full_room_says_so_and_what_was_typed_stays()
    {
        while (Live.Current.Timers.Count < Room.MostTimers) await OwnersDesk.DoAsync(Live, new DuplicateTimer(Live.Current.Timers[0].Id, Guid.CreateVersion7()));
        var form = await ShowAsync(command => Live.ExecuteAsync(command, new("owner", "Olga")));

        await form.ActAsync(page => page.Find("form").SubmitAsync());

        Assert.Equal("A room has room for 200 timers. Delete one first.", form.Find("[role=alert]").TextContent);
        Assert.Equal("Panel", form.Get("field", "Title").GetAttribute("value"));
    }

    private async Task<IRenderedComponent<RoomControl>> OpenAsync()
    {
        var control = Desk.Show(Live);
        await control.ActAsync(page => page.Get("button", "Add timer").ClickAsync());
        return control;
    }

    /// <summary>The form by itself, with “Panel”, 5 minutes, in it.</summary>
    private async Task<IRenderedComponent<AddTimerForm>> ShowAsync(Func<RoomCommand, Task<Refusal?>> onCommand)
    {
        var form = Desk.Page.Render<AddTimerForm>(parameters => parameters.Add(part => part.Room, Live.Current).Add(part => part.OnCommand, onCommand));
        await form.ActAsync(page => page.Get("button", "Add timer").ClickAsync());
        await form.ActAsync(page => page.Get("field", "Title").InputAsync(new() { Value = "Panel" }));
        await form.ActAsync(page => page.Get("field", "Duration").InputAsync(new() { Value = "5m" }));
        return form;
    }

    private static async Task TypeAsync(IRenderedComponent<RoomControl> control, string title, string duration)
    {
        await control.ActAsync(page => page.Get("field", "Title").InputAsync(new() { Value = title }));
        await control.ActAsync(page => page.Get("field", "Duration").InputAsync(new() { Value = duration }));
    }

    private static (string?, string?) Typed(IRenderedComponent<RoomControl> control) =>
        (control.Get("field", "Title").GetAttribute("value"), control.Get("field", "Duration").GetAttribute("value"));
}
