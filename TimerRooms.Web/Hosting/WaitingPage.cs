using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace TimerRooms.Web.Hosting;

/// <summary>The page that browsers keep, to show it while the server cannot be reached: <c>wwwroot/service-worker.js</c>.</summary>
internal static class WaitingPage
{
    /// <summary>All that is kept.</summary>
    public static readonly IReadOnlyList<string> Parts = ["install/waiting.html", "install/waiting.js", "css/tokens.css", "css/app.css", "favicon.svg"];

    /// <summary>Another one after any part has changed: the names of static files change with what is in them.</summary>
    public static string VersionOf(ResourceAssetCollection assets) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Parts.Select(part => assets[part])))))[..12];
}
