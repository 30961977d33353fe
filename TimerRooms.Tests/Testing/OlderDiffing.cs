using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace TimerRooms.Tests.Testing;

/// <summary>
/// bunit asks for AngleSharp.Diffing 1.1.1, and 0.17.0 is what every registry has. The loader refuses a lower version by
/// itself, but takes it from this event.
/// </summary>
internal static class OlderDiffing
{
#pragma warning disable CA2255 // a test project has no other start
    [ModuleInitializer]
    internal static void Load() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
            : null;
#pragma warning restore CA2255
}
