using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TimerRooms.Bench.Wire;

namespace TimerRooms.Bench.Pages;

/// <summary>The page an owner drives a room on: its buttons are found by what stands on them, and pressed as the framework's script does it.</summary>
public sealed class ControlPage(Guid room, string cookies) : CircuitPage($"/rooms/{room}", cookies)
{
    private const string Invoke = "BeginInvokeDotNetFromJS", Press = "press";

    private const string Click = "\"type\":\"click\",\"detail\":1,\"button\":0,\"buttons\":0,\"screenX\":10,\"screenY\":10,\"clientX\":10,\"clientY\":10,"
        + "\"offsetX\":5,\"offsetY\":5,\"pageX\":10,\"pageY\":10,\"movementX\":0,\"movementY\":0,\"ctrlKey\":false,\"shiftKey\":false,\"altKey\":false,\"metaKey\":false";

    private readonly Lock gate = new();
    private readonly List<(int Component, string Text, ulong Handler)> buttons = [];
    private TaskCompletionSource<long>? pressed;
    private long renderer;
    private double? clockAhead;  // the server's milliseconds before those of this process

    /// <summary>
    /// Presses the first button with this text. Returns when the server says that what it stands for is done, with the moment of that answer; one press
    /// at a time.
    /// </summary>
    public Task<long> PressAsync(string text)
    {
        ulong handler;
        lock (gate)
        {
            handler = buttons.Find(button => button.Text == text).Handler;
            if (handler == 0) throw new InvalidOperationException($"No button {text} among {string.Join(", ", buttons.Select(button => button.Text))}.");
            pressed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        if (clockAhead is { } ahead) Say(Invoke, null, "acted", null, "Acted", Clock, string.Create(CultureInfo.InvariantCulture, $"[{Milliseconds + ahead}]"));
        Say(Invoke, null, Press, null, "DispatchEventAsync", renderer, $"[{{\"eventHandlerId\":{handler},\"eventName\":\"click\",\"eventFieldInfo\":null}},{{{Click}}}]");
        return pressed.Task;
    }

    protected override void Run(string name, JsonElement arguments)
    {
        if (name == "Blazor._internal.attachWebRendererInterop") renderer = arguments[1].GetProperty("__dotNetObject").GetInt64();
    }

    protected override void Render(ReadOnlySpan<byte> batch)
    {
        var rendered = new RenderBatch(batch);
        lock (gate)
        {
            foreach (var (component, text, handler) in rendered.Buttons())
            {
                // a component that handles clicks anew has one button
                var old = text is null ? buttons.FindIndex(button => button.Component == component) : -1;
                if (old >= 0) buttons[old] = buttons[old] with { Handler = handler };
                else if (text is not null) buttons.Add((component, text, handler));
            }
            foreach (var gone in rendered.GoneHandlers()) buttons.RemoveAll(button => button.Handler == gone);
        }
    }

    protected override void TakeAnswer(string id, bool succeeded, string result, long at)
    {
        if (id == Press && succeeded) pressed?.TrySetResult(at);
        else if (id == Press) pressed?.TrySetException(new IOException(result));
        // the answer that was under way for the shortest time is the most right
        else if (id == PageManner.SampleName) clockAhead = Math.Max(clockAhead ?? double.MinValue, MomentIn(result) - Milliseconds);
    }

    protected override void Lose()
    {
        base.Lose();
        pressed?.TrySetException(new IOException(Fault ?? "The connection was closed."));
    }

    // the server's moment, and what to add to it for the time of day
    private static double MomentIn(string answer) => double.Parse(JsonElement.Parse(answer).GetString()!.Split(' ')[0], CultureInfo.InvariantCulture);

    private static double Milliseconds => Stopwatch.GetElapsedTime(0).TotalMilliseconds;
}
