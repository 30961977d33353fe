using TimerRooms.E2E.Screens;

namespace TimerRooms.E2E.Testing;

/// <summary>Someone at a browser of their own: one context, one page, and what it said on its console.</summary>
public sealed class Person : IAsyncDisposable
{
    private static readonly byte[] RenderBatch = "JS.RenderBatch"u8.ToArray(), Acknowledgement = "OnRenderCompleted"u8.ToArray();

    private readonly IBrowserContext context;
    private int batches;
    private int acknowledgements;

    private Person(string name, string address, IBrowserContext context, IPage page)
    {
        (Name, Address, this.context, Page) = (name, address, context, page);
        page.Console += (_, message) => Said($"{message.Type}: {message.Text} ({message.Location})");
        page.PageError += (_, fault) => Said($"error: {fault}");
        page.WebSocket += (_, socket) =>
        {
            socket.FrameReceived += (_, frame) => { if (frame.Binary?.AsSpan().IndexOf(RenderBatch) >= 0) Interlocked.Increment(ref batches); };
            socket.FrameSent += (_, frame) => { if (frame.Binary?.AsSpan().IndexOf(Acknowledgement) >= 0) Interlocked.Increment(ref acknowledgements); };
        };
        context.Request += (_, request) => { if (IsForeign(request.Url)) Said($"error: third-party request {request.Url}"); };
    }

    public string Name { get; }
    public string Address { get; }
    public IPage Page { get; }
    public List<string> Console { get; } = [];
    public IBrowserContext Context => context;

    /// <summary>How many render batches this page was sent.</summary>
    public int Batches => Volatile.Read(ref batches);

    /// <summary>How often this page told the server that it had drawn what it was sent.</summary>
    public int Acknowledgements => Volatile.Read(ref acknowledgements);

    /// <summary>What no page may do: fail, be stopped by its content policy, or ask someone else's server.</summary>
    public IEnumerable<string> Faults => Said().Where(line => line.StartsWith("error", StringComparison.Ordinal) || line.Contains("Content Security Policy", StringComparison.Ordinal));

    /// <summary>The server has ended a circuit of this page for a fault of its own.</summary>
    public bool HasCrashed => Said().Exists(line => line.Contains("unhandled exception on the current circuit", StringComparison.Ordinal));

    public AccountScreens Account => new(Page);
    public AdminScreen Admin => new(Page);
    public RoomsScreen Rooms => new(Page);
    public RoomScreen Room => new(Page);
    public ViewerScreen Viewer => new(Page);

    public static async Task<Person> ComeAsync(IBrowser browser, string name, string address, BrowserNewContextOptions? options = null, bool asksForSound = false)
    {
        options ??= new();
        options.BaseURL = address;
        options.ViewportSize ??= new() { Width = 1280, Height = 900 };
        options.ReducedMotion = ReducedMotion.Reduce;
        options.ServiceWorkers ??= ServiceWorkerPolicy.Block;  // each would fetch and keep its page anew
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        await context.AddInitScriptAsync(DigitLog.Script + PhaseChange.Script);
        // what asks to be heard would lie over what a test presses
        if (!asksForSound) await context.AddInitScriptAsync("try { localStorage.setItem('timerrooms-sound', 'off'); } catch { /* a page of no site */ }");
        return new Person(name, address, context, await context.NewPageAsync());
    }

    public async Task<IResponse> OpenAsync(string path) =>
        await Page.GotoAsync(path) ?? throw new InvalidOperationException($"{path} gave no answer.");

    /// <summary>Another page of the same browser: on the same address, or on that path.</summary>
    public async Task<RoomScreen> OpenOnceMoreAsync(string? path = null)
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync(path ?? Page.Url);
        return new RoomScreen(page);
    }

    /// <summary>The digits as they changed on this page since it was opened.</summary>
    public async Task<DigitLog> DigitsAsync() => DigitLog.Read(await Page.EvaluateAsync<string>("JSON.stringify(window.timerRoomsLog)"));

    /// <summary>Lets time pass on this page: to see that something does not happen meanwhile, there is no other way.</summary>
    public async Task PassAsync(TimeSpan time) =>
        await UntilAsync(DateTimeOffset.UnixEpoch.AddMilliseconds(await Page.EvaluateAsync<double>("trueNow()")) + time);

    /// <summary>Lets time pass on this page until a moment of this machine's clock.</summary>
    public Task UntilAsync(DateTimeOffset moment) =>
        Page.WaitForFunctionAsync("until => trueNow() > until", moment.ToUnixTimeMilliseconds(), new() { PollingInterval = 500, Timeout = 900_000 });

    public async Task SaveAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllLinesAsync(Path.Combine(folder, $"{Name}.console.txt"), [Page.Url, .. Said()]);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{Name}.png"), Timeout = 5_000 });
    }

    public ValueTask DisposeAsync() => new(context.CloseAsync());

    private void Said(string line)
    {
        lock (Console) Console.Add(line);
    }

    private List<string> Said()
    {
        lock (Console) return [.. Console];
    }

    private bool IsForeign(string url) =>
        new Uri(url) is { Scheme: "http" or "https" or "ws" or "wss" } uri && uri.Authority != new Uri(Address).Authority;
}
