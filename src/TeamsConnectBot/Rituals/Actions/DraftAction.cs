using TeamsConnectBot.Cards;
using TeamsConnectBot.Data;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Confirms, corrects or drops what somebody is about to decide, and takes the answer to a question.</summary>
internal sealed class DraftAction(Database database, Decisions decisions, DraftDesk drafts, RitualForms forms, RitualTalk talk, TimeProvider clock) : SpaceAction
{
    private static readonly SpaceAnswer Expired = new(new RitualNoticeCard(RitualNotice.Expired), ForAll: true);

    public override IReadOnlyList<string> Verbs { get; } =
    [
        Cards.Verbs.RitualConfirm, Cards.Verbs.RitualDiscard, Cards.Verbs.RitualOpenForm, Cards.Verbs.RitualForm,
        Cards.Verbs.RitualOption1, Cards.Verbs.RitualOption2, Cards.Verbs.RitualOption3, Cards.Verbs.RitualOption4,
    ];

    public override async Task<SpaceAnswer> HandleAsync(SpaceClick click, CancellationToken cancellationToken)
    {
        var (draft, space) = await database.ReadAsync(
            async db =>
            {
                var row = await db.Drafts.FindAsync([click.Ref.Id], cancellationToken);
                return (row, row is null ? null : await db.Spaces.FindAsync([row.SpaceId], cancellationToken));
            },
            cancellationToken);
        if (draft is null || space is null || draft.ExpiresAt < clock.GetCurrentInstant())
        {
            return Expired;
        }

        if (!Nonce.Matches(draft.Nonce, click.Ref.Nonce) || (draft.PersonId is { } owner && owner != click.Visitor.PersonId))
        {
            return new SpaceAnswer(new RitualNoticeCard(RitualNotice.NotYourDraft), KeepsCard: true);
        }

        return click.Verb switch
        {
            Cards.Verbs.RitualConfirm => draft.Content.Change is { } change ? await CarryOutAsync(space, draft, click, change, cancellationToken) : Expired,
            Cards.Verbs.RitualDiscard => await DiscardAsync(draft, cancellationToken),
            Cards.Verbs.RitualOpenForm => new SpaceAnswer(forms.Open(draft, space), ForAll: true),
            Cards.Verbs.RitualForm => await FillInAsync(space, draft, click, cancellationToken),
            _ => await ChooseAsync(space, draft, click, cancellationToken),
        };
    }

    private async Task<SpaceAnswer> CarryOutAsync(Space space, Draft draft, SpaceClick click, PlannedChange change, CancellationToken cancellationToken)
    {
        var card = await decisions.CarryOutAsync(space, click.Visitor, change, cancellationToken);
        if (card is CommandRefusedCard)
        {
            return new SpaceAnswer(card, KeepsCard: true);
        }

        await RemoveAsync(draft, cancellationToken);
        return new SpaceAnswer(card, ForAll: true);
    }

    private async Task<SpaceAnswer> DiscardAsync(Draft draft, CancellationToken cancellationToken)
    {
        await RemoveAsync(draft, cancellationToken);
        return new SpaceAnswer(new RitualNoticeCard(RitualNotice.Discarded), ForAll: true);
    }

    private async Task<SpaceAnswer> FillInAsync(Space space, Draft draft, SpaceClick click, CancellationToken cancellationToken)
    {
        var (change, again) = forms.Read(draft, space, click);
        if (change is null)
        {
            return new SpaceAnswer(again!, ForAll: true);
        }

        var turn = new RitualTurn(space, click.Visitor, "");
        var (refusal, byVote) = await decisions.StandingAsync(turn, click.Visitor.Texts.Ritual.Form.Heading, cancellationToken);
        if (refusal is not null)
        {
            return new SpaceAnswer(refusal, KeepsCard: true);
        }

        return await ConfirmAsync(space, draft, click, change with { ByVote = byVote || draft.Content.Change?.ByVote == true }, cancellationToken);
    }

    private async Task<SpaceAnswer> ChooseAsync(Space space, Draft draft, SpaceClick click, CancellationToken cancellationToken)
    {
        if (RitualQuestionCard.OptionOf(click.Verb) is not { } index || index >= draft.Content.Options.Length)
        {
            return Expired;
        }

        var option = draft.Content.Options[index];
        if (option.Command is { } command)
        {
            await RemoveAsync(draft, cancellationToken);
            var where = option.SpaceId is { } id ? await database.ReadAsync(db => db.Spaces.FindAsync([id], cancellationToken).AsTask(), cancellationToken) : space;
            return where is null ? Expired : new SpaceAnswer(await talk.AnswerAsync(where, click.Visitor, command, cancellationToken), ForAll: true);
        }

        if (option.Change is { Plan.Name.Length: 0 } nameless)
        {
            await SetAsync(draft, new DraftContent { Options = [.. DraftDesk.NamesFor(nameless, click.Visitor.Texts)] }, cancellationToken);
            var names = draft.Content.Options.Select(each => each.Label);
            return new SpaceAnswer(new RitualQuestionCard(DraftDesk.RefOf(draft), click.Visitor.Texts.Ritual.Question.WhatName, [.. names]), ForAll: true);
        }

        // A note to whoever decides is confirmed by the click itself; an answer to one's own question is echoed first.
        return draft.PersonId is null
            ? await CarryOutAsync(space, draft, click, option.Change!, cancellationToken)
            : await ConfirmAsync(space, draft, click, option.Change!, cancellationToken);
    }

    private async Task<SpaceAnswer> ConfirmAsync(Space space, Draft draft, SpaceClick click, PlannedChange change, CancellationToken cancellationToken)
    {
        await SetAsync(draft, new DraftContent { Change = change }, cancellationToken);
        return new SpaceAnswer(drafts.ConfirmCard(draft, change, drafts.ReaderOf(space, click.Visitor)), ForAll: true);
    }

    private Task SetAsync(Draft draft, DraftContent content, CancellationToken cancellationToken)
    {
        draft.Content = content;
        return database.WriteAsync(
            async db =>
            {
                if (await db.Drafts.FindAsync([draft.Id], cancellationToken) is { } row)
                {
                    row.Content = content;
                }
            },
            cancellationToken);
    }

    private Task RemoveAsync(Draft draft, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.Drafts.FindAsync([draft.Id], cancellationToken) is { } row)
            {
                db.Drafts.Remove(row);
            }
        },
        cancellationToken);
}
