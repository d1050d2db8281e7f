using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>An endpoint that a careless change could add: it tells anybody until when people have paused.</summary>
internal sealed class LeakyEndpoint : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.MapGet("/insight/pauses", async (Database database) => Results.Json(
            (await database.ReadAsync(db => db.Participants.Where(person => person.PausedUntil != null).ToListAsync(), default))
                .Select(person => person.PausedUntil.ToString()))));
        next(app);
    };
}
