using Bunit;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

/// <summary>The list of keys is also what the script goes by: what it promises must be there.</summary>
public sealed class KeyboardDialogTests
{
    private static readonly string[] ByScript = ["card", "leave", "list"];

    private static readonly string Script = File.ReadAllText(Path.Combine(ScriptFiles.Clock, "../rooms/keys.js"));

    [Fact]
    public void The_list_is_a_dialog_of_its_own_that_says_every_key()
    {
        using var page = new BunitContext();

        var dialog = page.Render<KeyboardDialog>().Get("dialog", "Keyboard");

        Assert.Equal(KeyboardDialog.Lines.Select(line => line.Text), dialog.QuerySelectorAll("dd").Select(text => text.TextContent));
        Assert.Equal(KeyboardDialog.Lines.Select(line => line.Keys), dialog.QuerySelectorAll("dl div").Select(line => line.GetAttribute("data-keys")));
        Assert.All(KeyboardDialog.Lines, line => Assert.NotEmpty(line.Shown));
    }

    [Fact]
    public void No_key_stands_for_two_things()
    {
        var keys = KeyboardDialog.Lines.SelectMany(line => line.Keys?.Split(' ') ?? []).ToList();

        Assert.Equal(keys.Distinct(), keys);
    }

    [Fact]
    public async Task Every_line_is_something_the_page_or_its_script_does_and_nothing_is_left_out()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var control = desk.Show(await desk.MakeAsync("Main hall", "Opening"));

        var buttons = control.FindAll("[data-press]").Select(button => button.GetAttribute("data-press")!).ToList();

        Assert.Equal(buttons.Distinct(), buttons);
        Assert.Equal(buttons.Concat(ByScript).Order(), KeyboardDialog.Lines.Select(line => line.Does).OfType<string>().Order());
        Assert.All(ByScript, does => Assert.Contains($"does === '{does}'", Script, StringComparison.Ordinal));
        Assert.Equal(["less", "more"], control.FindAll("[data-minute]").Select(button => button.GetAttribute("data-minute")));
    }

    [Fact]
    public async Task It_is_in_the_menu_of_the_room()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var control = desk.Show(await desk.MakeAsync("Main hall", "Opening"));

        Assert.Equal("keyboard", control.Get("menu", "More for the room").Get("menuitem", "Keyboard").GetAttribute("data-shows"));
    }
}
