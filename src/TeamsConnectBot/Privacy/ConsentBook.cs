using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Signals.Notifications;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// What each person allows. A change is a new row and takes effect at once; withdrawing a consent removes what was based on it.
/// </summary>
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
            case ConsentLayer.OwnWord:
                person.OwnWordAllowedAt = given ? now : null;
                break;
            case ConsentLayer.Sources:
                person.SourcesAllowedAt = given ? now : null;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(layer), layer, "There is no such consent.");
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
        if (layer is ConsentLayer.OwnWord or ConsentLayer.Sources)
        {
            var isOwnWord = layer == ConsentLayer.OwnWord;
            db.AiUseDays.RemoveRange(await db.AiUseDays
                .Where(day => day.PersonId == person.PersonId && day.Source == AiUseSource.SelfReport == isOwnWord)
                .ToListAsync(cancellationToken));

            // A band may have been based on both sources.
            InvitationRedaction.RemoveBand(invitations);
            if (!isOwnWord)
            {
                await watches.EndAsync(db, person.PersonId, cancellationToken);
            }

            return;
        }

        foreach (var offer in await db.HelpOffers
            .Where(offer => offer.PersonId == person.PersonId && offer.State != HelpOfferState.Open).ToListAsync(cancellationToken))
        {
            offer.Starts = [];
        }

        // A card that can still be answered keeps the slots it shows, until the night after it closed.
        InvitationRedaction.RemoveCalendar(invitations.Where(x => !x.State.IsOpen() && x.State != InvitationState.Settling));
    }

    private static bool IsGiven(Participant person, ConsentLayer layer) => layer switch
    {
        ConsentLayer.Join => person.JoinedAt is not null,
        ConsentLayer.CalendarGaps => person.GapsAllowedAt is not null,
        ConsentLayer.OwnWord => person.OwnWordAllowedAt is not null,
        ConsentLayer.Sources => person.SourcesAllowedAt is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, "There is no such consent."),
    };
}
