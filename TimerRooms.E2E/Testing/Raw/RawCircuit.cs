using System.Globalization;
using System.Text.Json;

namespace TimerRooms.E2E.Testing.Raw;

/// <summary>
/// One circuit of a page, kept as the framework's script keeps it. Whatever ends it is an <see cref="IOException"/>, or the end of
/// patience.
/// </summary>
public sealed class RawCircuit(HubSocket hub, Uri page, ViewerHtml html, CancellationTokenSource patience)
{
    private const string Start = "start";

    private const int ClockSamples = 6;

    private static readonly TimeSpan ServerTimeout = TimeSpan.FromSeconds(25);

    private bool isLive;

    public Task StartAsync() => SendAsync(HubCodec.Call(Start, "StartCircuit", new Uri(page, "/").AbsoluteUri, page.AbsoluteUri, "[]", html.State));

    /// <summary>The content of the next render batch, which is acknowledged already.</summary>
    public async Task<byte[]> NextBatchAsync()
    {
        while (true)
        {
            var message = await hub.ReceiveAsync(patience.Token);
            if (isLive) patience.CancelAfter(ServerTimeout);
            if (message is HubCall("JS.RenderBatch", [long id, byte[] batch, ..]))
            {
                isLive = true;
                await SendAsync(HubCodec.Call(null, "OnRenderCompleted", id, null));
                return batch;
            }
            await AnswerAsync(message);
        }
    }

    private Task AnswerAsync(HubMessage message) => message switch
    {
        HubPing => SendAsync(HubCodec.Ping.ToArray()),
        HubAnswer { Id: Start, Result: string } => SendAsync(HubCodec.Call(null, "UpdateRootComponents", html.Operations, html.State)),
        HubAnswer { Id: Start } refused => throw new IOException($"No circuit: {refused.Error}"),
        HubCall("JS.BeginInvokeJS", [long handle, string name, string arguments, ..]) => RunAsync(handle, name, arguments),
        HubCall("JS.Error", [var fault, ..]) => throw new IOException($"The circuit failed: {fault}"),
        HubEnd end => throw new IOException($"The server ended the connection: {end.Error}"),
        _ => Task.CompletedTask,
    };

    private async Task RunAsync(long handle, string name, string arguments)
    {
        if (handle != 0) await SendAsync(HubCodec.Call(null, "EndInvokeJSFromDotNet", handle, true, $"[{handle},true,null]"));
        if (name == "timerRooms.measureBy") await MeasureAsync(JsonElement.Parse(arguments)[0].GetProperty("__dotNetObject").GetInt64());
    }

    // a page asks for the server's time so often within 3 s; here at once
    private async Task MeasureAsync(long clock)
    {
        for (var id = 1; id <= ClockSamples; id++)
            await SendAsync(HubCodec.Call(null, "BeginInvokeDotNetFromJS", id.ToString(CultureInfo.InvariantCulture), null, "Now", clock, """["1 0 blocked 0 12.3 0.4 6.1 -"]"""));
    }

    private Task SendAsync(byte[] message) => hub.SendAsync(message, patience.Token);
}
