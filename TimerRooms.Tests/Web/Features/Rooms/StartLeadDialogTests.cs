using Bunit;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class StartLeadDialogTests() : ControlPageTests("Opening")
{
    private const string Field = "Start delay in milliseconds";

    [Fact]
    public async Task It_shows_the_delay_of_the_room_and_says_what_it_is_for()
    {
        var control = await OpenAsync();

        Assert.Equal("150", control.Get("field", Field).GetAttribute("value"));
        Assert.StartsWith("Every screen starts at the same instant", control.Get("field", Field).Description(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("400")]
    [InlineData("2000")]
    public async Task A_delay_that_is_saved_is_that_of_the_next_start_and_can_be_undone(string delay)
    {
        var control = await OpenAsync();

        await SaveAsync(control, delay);
        await OwnersDesk.DoAsync(Live, new StartAll());

        Assert.Empty(control.All("dialog"));
        Assert.Equal(Noon.AddMilliseconds(double.Parse(delay, null)), Live.Current.Timers[0].Run.RunningSince);
        Assert.Contains("Changed the start delay", Live.Current.Undoable.Select(step => step.Text));
    }

    [Theory]
    [InlineData("2001", "Give a start delay from 0 to 2000 milliseconds.")]
    [InlineData("-1", "Give a start delay from 0 to 2000 milliseconds.")]
    [InlineData("", "Give the delay as a whole number, as 150.")]
    [InlineData("soon", "Give the delay as a whole number, as 150.")]
    [InlineData("0.5", "Give the delay as a whole number, as 150.")]
    public async Task A_delay_that_is_none_is_refused_and_what_was_typed_stays(string delay, string fault)
    {
        var control = await OpenAsync();

        await SaveAsync(control, delay);

        Assert.EndsWith(fault, control.Get("field", Field).Description(), StringComparison.Ordinal);
        Assert.Equal(delay, control.Get("field", Field).GetAttribute("value"));
        Assert.Equal(Room.DefaultStartLead, Live.Current.StartLead);
    }

    [Fact]
    public async Task A_delay_that_someone_changed_meanwhile_is_not_overwritten()
    {
        var control = await OpenAsync();
        await OwnersDesk.DoAsync(Live, new SetStartLead(new(Room.DefaultStartLead, TimeSpan.FromMilliseconds(500))));
        control.WaitForAssertion(() => Assert.Equal("Changed the start delay", control.Get("button", "Undo").GetAttribute("title")));

        await SaveAsync(control, "300");

        Assert.EndsWith("changed the start delay from 150 ms to 500 ms a moment ago. Look again, then decide.", control.Get("field", Field).Description(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMilliseconds(500), Live.Current.StartLead);
    }

    private async Task<IRenderedComponent<RoomControl>> OpenAsync()
    {
        var control = Desk.Show(Live);
        await control.ActAsync(page => page.Get("menu", "More for the room").Get("menuitem", "Start together").ClickAsync());
        return control;
    }

    private static async Task SaveAsync(IRenderedComponent<RoomControl> control, string delay)
    {
        await control.ActAsync(page => page.Get("dialog", "Start together").Get("field", Field).InputAsync(new() { Value = delay }));
        await control.ActAsync(page => page.Get("dialog", "Start together").QuerySelector("form")!.SubmitAsync());
    }
}
