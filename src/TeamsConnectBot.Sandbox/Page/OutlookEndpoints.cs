using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>What a person in one of the chairs does in Outlook with an event that the bot made.</summary>
internal static class OutlookEndpoints
{
    public static void MapOutlook(this RouteGroupBuilder api, SandboxTenant tenant)
    {
        var events = api.MapGroup("/people/{id}/events/{eventId}");
        events.MapPost("/decline", (string id, string eventId) =>
            ActAsync(tenant, id, eventId, (person, _) => tenant.Outlook.DeclineEventAsync(person, eventId)));
        events.MapPost("/delete", (string id, string eventId) =>
            ActAsync(tenant, id, eventId, (person, _) => tenant.Outlook.DeleteEventAsync(person, eventId)));
        events.MapPost("/move", (string id, string eventId, MoveRequest request) => ActAsync(tenant, id, eventId, (person, made) =>
            tenant.Outlook.MoveEventAsync(person, eventId, made.Start + Duration.FromMinutes(request.Minutes))));
    }

    private static async Task<IResult> ActAsync(SandboxTenant tenant, string id, string eventId, Func<Person, CalendarEvent, Task> act)
    {
        if (tenant.People.ById(id) is not { } person
            || tenant.Calendar.Find(eventId) is not { } made || made.AttendeeAt(person.Mail) is null)
        {
            return Results.NotFound();
        }

        await act(person, made);
        return Results.NoContent();
    }

    internal sealed record MoveRequest(int Minutes);
}
