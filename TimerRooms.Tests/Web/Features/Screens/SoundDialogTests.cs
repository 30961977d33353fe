using AngleSharp.Dom;
using Bunit;
using TimerRooms.Core.Rooms;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Screens;

public sealed class SoundDialogTests() : ControlPageTests("Opening")
{
    [Fact]
    public async Task What_is_chosen_is_how_every_page_of_the_room_rings()
    {
        var control = await OpenAsync();
        Assert.Equal("chime 70 zero wordless", control.Find("room-sound").GetAttribute("data-sound"));

        await control.ActAsync(page => Dialog(page).QuerySelector("#tone")!.ChangeAsync(new() { Value = "Gong" }));
        await control.ActAsync(page => Dialog(page).QuerySelector("#loudness")!.ChangeAsync(new() { Value = "35" }));
        await control.ActAsync(page => Dialog(page).QuerySelectorAll("[type=checkbox]")[0].ChangeAsync(new() { Value = true }));
        await control.ActAsync(page => Dialog(page).QuerySelectorAll("[type=checkbox]")[3].ChangeAsync(new() { Value = true }));
        await control.ActAsync(page => Dialog(page).QuerySelector("form")!.SubmitAsync());

        Assert.Empty(control.All("dialog"));
        Assert.Equal(new() { Tone = Tone.Gong, Loudness = 35, AtWarning = true, Speaks = true }, Live.Current.Sound);
        control.WaitForAssertion(() => Assert.Equal("gong 35 warning,zero spoken", control.Find("room-sound").GetAttribute("data-sound")));
    }

    [Fact]
    public async Task A_sound_that_someone_changed_meanwhile_is_not_overwritten()
    {
        var control = await OpenAsync();
        await OwnersDesk.DoAsync(Live, new SetSound(new(new(), new() { Loudness = 0 })));

        await control.ActAsync(page => Dialog(page).QuerySelector("#tone")!.ChangeAsync(new() { Value = "Gong" }));
        await control.ActAsync(page => Dialog(page).QuerySelector("form")!.SubmitAsync());

        Assert.EndsWith("changed the sound a moment ago. Look again, then decide.", Dialog(control).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, Live.Current.Sound.Loudness);
        control.WaitForAssertion(() => Assert.Equal("silent", control.Find("room-sound").GetAttribute("data-sound")));
    }

    private async Task<IRenderedComponent<RoomControl>> OpenAsync()
    {
        var control = Desk.Show(Live);
        await control.ActAsync(page => page.Get("menu", "More for the room").Get("menuitem", "Sound").ClickAsync());
        return control;
    }

    private static IElement Dialog(IRenderedComponent<RoomControl> page) => page.Get("dialog", "Sound");
}
