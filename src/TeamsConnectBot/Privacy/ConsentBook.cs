using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Signals.Notifications;

namespace TeamsConnectBot.Privacy;

/// <summary>What each person allows. A change is a new row, works at once, and withdrawing removes what rested on it.</summary>
internal sealed class ConsentBook(WatchEndings watches, TimeProvider clock)
{
    public async Task SetAsync(ConnectDb db, Participant person, ConsentLayer layer, bool given, CancellationToken cancellationToken)
    {
        if (IsGiven(person, layer) == given)
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        db.Consents.Add(new Consent { Id = clock.NewId(), PersonId = person.PersonId, Layer = layer, Given = given, At = now });
        switch (layer)
        {
            case ConsentLayer.Join:
                person.JoinedAt = given ? now : null;
                break;
            case ConsentLayer.CalendarGaps:
                person.GapsAllowedAt = given ? now : null;
                break;
            default:
                person.BandAllowedAt = given ? now : null;
                break;
        }

        if (!given)
        {
            await RemoveAsync(db, person, layer, cancellationToken);
        }
    }

    private async Task RemoveAsync(ConnectDb db, Participant person, ConsentLayer layer, CancellationToken cancellationToken)
    {
        if (layer == ConsentLayer.Join)
        {
            person.AskedForCompanyAt = null;
            return;
        }

        var invitations = await db.Invitations.Where(x => x.PersonId == person.PersonId).ToListAsync(cancellationToken);
        if (layer == ConsentLayer.AiUseBand)
        {
            db.AiUseDays.RemoveRange(await db.AiUseDays.Where(day => day.PersonId == person.PersonId).ToListAsync(cancellationToken));
            Bands.Forget(invitations);
            await watches.EndAsync(db, person.PersonId, cancellationToken);
            return;
        }

        // A card that can still be answered keeps the moments it shows.
        foreach (var closed in invitations.Where(x => !x.State.IsOpen() && x.State != InvitationState.Settling))
        {
            closed.Gaps = [];
        }
    }

    private static bool IsGiven(Participant person, ConsentLayer layer) => layer switch
    {
        ConsentLayer.Join => person.JoinedAt is not null,
        ConsentLayer.CalendarGaps => person.GapsAllowedAt is not null,
        _ => person.BandAllowedAt is not null,
    };
}
