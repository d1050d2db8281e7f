using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>The usage report as Graph gives it, and switching where days with AI come from.</summary>
internal static class AiWeekEndpoints
{
    public static void MapAiWeek(
        this RouteGroupBuilder api, SandboxTenant tenant, AiWeekViews views, IAiWeek aiWeek, SemaphoreSlim turn)
    {
        api.MapGet("/report", (string left, string right) =>
            tenant.People.ById(left) is { } first && tenant.People.ById(right) is { } second
                ? Results.Ok(views.Report([first, second]))
                : Results.NotFound());
        api.MapPost("/source", async (SourceRequest request, CancellationToken cancellation) =>
        {
            if (!Enum.TryParse<AiSource>(request.Source, ignoreCase: false, out var source) || !Enum.IsDefined(source))
            {
                return Results.BadRequest($"source is '{request.Source}'; allowed are {string.Join(", ", Enum.GetNames<AiSource>())}.");
            }

            await turn.WaitAsync(cancellation);
            try
            {
                await aiWeek.ChooseAsync(source, cancellation);
            }
            finally
            {
                turn.Release();
            }

            tenant.Changes.Tell();
            return Results.NoContent();
        });
    }

    internal sealed record SourceRequest(string? Source);
}
