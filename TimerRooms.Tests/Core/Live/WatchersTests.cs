using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using TimerRooms.Core.Live;

namespace TimerRooms.Tests.Core.Live;

public sealed class WatchersTests
{
    private static readonly AsyncLocal<string> Page = new();
    private readonly Watchers watchers = new(NullLogger.Instance);
    private readonly TaskCompletionSource looked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_look_never_runs_inline()
    {
        using var hold = new ManualResetEventSlim();
        using var watch = watchers.Watch(() =>
        {
            hold.Wait();
            looked.SetResult();
            return Task.CompletedTask;
        });
        watchers.Signal();  // inline, this would wait for ever
        hold.Set();
        await looked.Task.WaitAsync(LiveRooms.Patience);
    }

    [Fact]
    public async Task Signals_during_a_look_are_folded_into_one_more_look()
    {
        var (looks, began, go) = (0, new SemaphoreSlim(0), new SemaphoreSlim(0));
        using var watch = watchers.Watch(async () =>
        {
            Interlocked.Increment(ref looks);
            began.Release();
            await go.WaitAsync();
        });
        watchers.Signal();
        await began.WaitAsync(LiveRooms.Patience);
        for (var i = 0; i < 1000; i++) watchers.Signal();
        go.Release();
        await began.WaitAsync(LiveRooms.Patience);
        Assert.Equal(2, looks);

        go.Release();
        using var other = watchers.Watch(() => { looked.TrySetResult(); return Task.CompletedTask; });
        watchers.Signal();
        await looked.Task.WaitAsync(LiveRooms.Patience);
        await began.WaitAsync(LiveRooms.Patience);
        Assert.Equal(3, looks);
        go.Release();
    }

    [Fact]
    public async Task A_look_runs_in_the_context_of_the_page_that_asked_for_it()
    {
        var seen = new TaskCompletionSource<(string?, string)>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Task.Run(() =>
        {
            Page.Value = "this page";
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "·" } };
            watchers.Watch(() => { seen.SetResult((Page.Value, CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator)); return Task.CompletedTask; });
        });
        Page.Value = "another page";
        watchers.Signal();
        Assert.Equal(("this page", "·"), await seen.Task.WaitAsync(LiveRooms.Patience));
    }

    [Fact]
    public async Task One_that_throws_or_hangs_delays_nobody_and_is_asked_again_if_it_threw()
    {
        var throws = new SemaphoreSlim(0);
        using var inline = watchers.Watch(() => { throws.Release(); throw new InvalidOperationException(); });
        using var later = watchers.Watch(async () => { await Task.Yield(); throw new InvalidOperationException(); });
        using var hanging = watchers.Watch(() => new TaskCompletionSource().Task);
        using var good = watchers.Watch(() => { looked.TrySetResult(); return Task.CompletedTask; });
        watchers.Signal();
        await looked.Task.WaitAsync(LiveRooms.Patience);
        Assert.True(await throws.WaitAsync(LiveRooms.Patience));

        watchers.Signal();
        Assert.True(await throws.WaitAsync(LiveRooms.Patience));
    }

    [Fact]
    public async Task After_it_is_let_go_nobody_looks_and_nothing_is_kept()
    {
        var watch = watchers.Watch(() => throw new InvalidOperationException("Nobody should look."));
        Assert.Equal(1, watchers.Count);
        watch.Dispose();
        watch.Dispose();
        Assert.Equal(0, watchers.Count);

        watchers.Signal();
        using var other = watchers.Watch(() => { looked.TrySetResult(); return Task.CompletedTask; });
        watchers.Signal();
        await looked.Task.WaitAsync(LiveRooms.Patience);
    }
}
