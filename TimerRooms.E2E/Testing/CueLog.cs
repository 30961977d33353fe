using System.Text.Json;

namespace TimerRooms.E2E.Testing;

/// <summary>One cue that a page gave to its audio clock and that was heard to its end.</summary>
/// <param name="Real">For when it was given to the audio clock, in UTC milliseconds of this machine.</param>
public sealed record Cue(string Id, string Name, double Real);

/// <summary>What a page rang.</summary>
public static class CueLog
{
    private const string Script = "window.timerRoomsCues = [];";

    /// <summary>From the next page on.</summary>
    public static Task KeepCuesAsync(this Person person) => person.Context.AddInitScriptAsync(Script);

    /// <summary>Lets the page be heard, and returns when it can be: a device may take its time to open its audio.</summary>
    public static async Task EnableSoundAsync(this Person person)
    {
        var question = person.Page.GetByRole(AriaRole.Button, new() { Name = "Enable sound", Exact = true });
        await question.ClickAsync();
        await Expect(question).ToBeHiddenAsync();
    }

    /// <summary>Returns as soon as so many cues were heard.</summary>
    public static async Task<Cue[]> CuesAsync(this Person person, int count)
    {
        await person.Page.WaitForFunctionAsync("count => timerRoomsCues.filter(one => one.cue !== 'test').length >= count", count, new() { Timeout = 30_000 });
        var json = await person.Page.EvaluateAsync<string>("JSON.stringify(timerRoomsCues.filter(one => one.cue !== 'test').map(one => ({ id: one.id, name: one.cue, real: one.real })))");
        return JsonSerializer.Deserialize<Cue[]>(json, JsonSerializerOptions.Web)!;
    }
}
