using System.Text.RegularExpressions;
using TimerRooms.E2E.Testing;

namespace TimerRooms.E2E;

public sealed partial class KeptArraysTests(Site site) : StageTests(site)
{
    // that a server keeps them is seen by WarmUpTests, as it starts without a warning
    [Fact]
    public async Task A_host_that_has_the_runtime_keep_few_arrays_reads_what_that_costs()
    {
        var server = await OwnServerAsync(("DOTNET_SYSTEM_BUFFERS_SHAREDARRAYPOOL_MAXARRAYSPERPARTITION", "1"));

        await server.Log.FindAsync(Dropped());
    }

    [GeneratedRegex(" WRN .*Fewer arrays are kept")]
    private static partial Regex Dropped();
}
