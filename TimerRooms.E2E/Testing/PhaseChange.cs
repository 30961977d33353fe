using System.Text.Json;

namespace TimerRooms.E2E.Testing;

/// <summary>One change of a timer's phase on a page.</summary>
/// <param name="Since">When the timer was or will be started, by the facts.</param>
/// <param name="Real">When it was seen, by the clock of this machine; all in UTC milliseconds.</param>
public sealed record PhaseChange(string Id, string From, string To, double? Since, double Real)
{
    /// <summary>Makes a page keep a log of them.</summary>
    public const string Script = TrueTime.Script + """
        window.timerRoomsPhases = [];
        new MutationObserver(changes => changes.filter(change => change.target.localName === 'timer-face').forEach(change => {
          const face = change.target;
          const since = Number(face.says.dataset.facts.split(' ')[5]);  // NaN if it does not run, and null on its way here
          const id = face.dataset.timerId || face.closest('[data-timer]').dataset.timer;
          timerRoomsPhases.push({ id, from: change.oldValue, to: face.dataset.phase, since, real: trueNow() });
        })).observe(document, { subtree: true, attributeFilter: ['data-phase'], attributeOldValue: true });

        """;

    public static PhaseChange[] Read(string json) => JsonSerializer.Deserialize<PhaseChange[]>(json, JsonSerializerOptions.Web) ?? [];
}
