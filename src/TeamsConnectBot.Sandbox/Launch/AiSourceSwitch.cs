using TeamsConnectBot.Sandbox.Graph;
using TeamsConnectBot.Sandbox.Page;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>Switches where days with AI come from, as an organisation does: in its tenant's settings, or in the service's own.</summary>
/// <param name="reports">The tenant's setting for names in reports.</param>
/// <param name="restartAsync">Restarts the service with the report switched on or off.</param>
internal sealed class AiSourceSwitch(ReportOptions reports, Func<bool, CancellationToken, Task> restartAsync) : IAiWeek
{
    public IReadOnlyList<Decision> Decisions { get; set; } = [];

    public AiSource Source { get; private set; } = AiSource.Names;

    public async Task ChooseAsync(AiSource source, CancellationToken cancellation)
    {
        if (source == AiSource.OwnWord != (Source == AiSource.OwnWord))
        {
            await restartAsync(source != AiSource.OwnWord, cancellation);
        }

        reports.Concealed = source == AiSource.Concealed;
        Source = source;
    }
}
