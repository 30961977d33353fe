using System.Text.Json;
using TimerRooms.Bench.Wire;
using TimerRooms.E2E.Testing.Raw;

namespace TimerRooms.Bench.Pages;

/// <summary>A live page of ours without a browser: it reads the page, starts the circuit, answers the framework and keeps time.</summary>
/// <param name="path">Of the page, as "/v/…".</param>
/// <param name="cookies">As the header has them; empty: none.</param>
public abstract class CircuitPage(string path, string cookies = "") : Page
{
    private const string Start = "start", MeasureBy = "timerRooms.measureBy";

    private static ReadOnlySpan<byte> DrivenFact => "data-facts"u8;

    private ViewerHtml? html;
    private string site = "", circuit = "";
    private int port;
    private bool hasShakenHands;

    public string Path => path;

    /// <summary>What the page is asked with for the server's time.</summary>
    protected long Clock { get; private set; }

    public override async Task OpenAsync(int port)
    {
        this.port = port;
        site = $"http://localhost:{port}";
        using var http = await HttpConnection.OpenAsync(port);
        var page = await http.AskAsync("GET", path, CookieLine(cookies));
        if (page.Status != 200) throw new IOException($"No page: {page.Head}");
        html = ViewerHtml.Read(page.Body);
        var given = page.Values("Set-Cookie").Select(cookie => cookie[..cookie.IndexOf(';', StringComparison.Ordinal)]);
        var headers = $"Origin: {site}\r\n{CookieLine(string.Join("; ", given.Prepend(cookies).Where(cookie => cookie.Length > 0)))}";
        await UpgradeAsync(await HttpConnection.OpenAsync(port, Window), "/_blazor", headers);
        Send(WebSocketFrame.Binary, HubCodec.Handshake);
    }

    /// <summary>As a closed tab: the framework's script says that the circuit is not needed any more.</summary>
    public override async Task LeaveAsync()
    {
        using (var http = await HttpConnection.OpenAsync(port))
        {
            var headers = $"Origin: {site}\r\nContent-Type: application/x-www-form-urlencoded\r\n";
            var answer = await http.AskAsync("POST", "/_blazor/disconnect", headers, $"circuitId={Uri.EscapeDataString(circuit)}");
            if (answer.Status != 200) throw new IOException($"Not left: {answer.Head}");
        }
        Dispose();
    }

    protected override void Take(ReadOnlySpan<byte> message, long at)
    {
        if (!hasShakenHands)
        {
            hasShakenHands = true;
            Say("StartCircuit", Start, site + "/", site + path, "[]", html!.State);
            return;
        }
        while (HubReader.TryTake(ref message, out var one, out var framed))
        {
            if (HubReader.IsBatch(one, out var id, out var batch)) TakeBatch(id, batch, at);
            else Answer(HubCodec.Take(ref framed)!, at);
        }
    }

    /// <summary>Something was rendered.</summary>
    protected virtual void Render(ReadOnlySpan<byte> batch)
    {
    }

    /// <summary>A rendering was drawn, and all before it.</summary>
    protected virtual void Acknowledge(long batch) => TrySend(PageManner.Acknowledgement(batch));

    /// <summary>The framework lets the page do something.</summary>
    protected virtual void Run(string name, JsonElement arguments)
    {
    }

    /// <summary>What was asked of an object of the server has been answered.</summary>
    protected virtual void TakeAnswer(string id, bool succeeded, string result, long at)
    {
    }

    protected void Say(string target, string? id, params ReadOnlySpan<object?> arguments) =>
        Send(WebSocketFrame.Binary, HubCodec.Call(id, target, arguments));

    private void TakeBatch(long id, ReadOnlySpan<byte> batch, long at)
    {
        Render(batch);
        if (batch.IndexOf(DrivenFact) >= 0) Update(at);
        if (Acknowledges) Acknowledge(id);
    }

    private void Answer(HubMessage message, long at)
    {
        switch (message)
        {
            case HubAnswer { Id: Start, Result: string begun }:
                circuit = begun;
                Say("UpdateRootComponents", null, html!.Operations, html.State);
                html = null;
                break;
            case HubAnswer { Id: Start } refused:
                throw new IOException($"No circuit: {refused.Error}");
            case HubCall("JS.BeginInvokeJS", [long handle, string function, string arguments, ..]):
                Do(handle, function, arguments);
                break;
            case HubCall("JS.EndInvokeDotNet", [string call, bool succeeded, var result, ..]):
                TakeAnswer(call, succeeded, result as string ?? "", at);
                break;
            case HubCall("JS.Error", [var fault, ..]):
                throw new IOException($"The circuit failed: {fault}");
            case HubEnd end:
                throw new IOException($"The server ended the connection: {end.Error}");
        }
    }

    private void Do(long handle, string function, string arguments)
    {
        // a module that was loaded is named by a number, the page by a word; everything else is answered with nothing
        var result = function switch { "import" => "{\"__jsObjectId\":1}", MeasureBy => $"\"{Guid.NewGuid():N}\"", _ => "null" };
        if (handle != 0) Say("EndInvokeJSFromDotNet", null, handle, true, $"[{handle},true,{result}]");
        var given = JsonElement.Parse(arguments);
        Run(function, given);
        if (function != MeasureBy) return;
        Clock = given[0].GetProperty("__dotNetObject").GetInt64();
        _ = new ClockSampling(Clock, TrySend);
        Rise();
    }

    protected bool TrySend(byte[] message)
    {
        if (!IsLost) Send(WebSocketFrame.Binary, message);
        return !IsLost;
    }

    private static string CookieLine(string cookies) => cookies.Length > 0 ? $"Cookie: {cookies}\r\n" : "";
}
