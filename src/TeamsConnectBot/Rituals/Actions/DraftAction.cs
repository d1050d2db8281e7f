using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Confirms, corrects or discards a draft, and takes the answer to a question.</summary>
internal sealed class DraftAction(
    Database database, Decisions decisions, DraftBook drafts, RitualForms forms, RitualTalk talk, TimeProvider clock) : RitualAction
{
    private static readonly ClickAnswer Expired = ForAll(new RitualNoticeCard(RitualNotice.Expired));

    // A second click must not replace the card with what came of the first.
    private static readonly ClickAnswer Closed = Line(new RitualNoticeCard(RitualNotice.Closed));

    public override IReadOnlyList<string> Verbs { get; } =
    [
        Cards.Verbs.RitualConfirm, Cards.Verbs.RitualDiscard, Cards.Verbs.RitualOpenForm, Cards.Verbs.RitualForm,
        Cards.Verbs.RitualOption1, Cards.Verbs.RitualOption2, Cards.Verbs.RitualOption3, Cards.Verbs.RitualOption4,
    ];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var (draft, space) = await database.ReadAsync(
            async db => await db.Drafts.FindAsync([click.Ref.Id], cancellationToken) is { } row
                ? (row, await db.Spaces.FindAsync([row.SpaceId], cancellationToken))
                : default,
            cancellationToken);
        if (draft is null || space is null)
        {
            return Closed;
        }

        if (draft.ExpiresAt < clock.GetCurrentInstant())
        {
            return Expired;
        }

        if (!Nonce.Matches(draft.Nonce, click.Ref.Nonce) || (draft.PersonId is { } owner && owner != click.PersonId))
        {
            return Line(new RitualNoticeCard(RitualNotice.NotYourDraft));
        }

        switch (click.Verb)
        {
            case Cards.Verbs.RitualConfirm:
                return draft.Content.Change is { } change ? await CarryOutAsync(space, draft, click, change, cancellationToken) : Expired;
            case Cards.Verbs.RitualDiscard:
                return await RemoveAsync(draft, cancellationToken) ? ForAll(new RitualNoticeCard(RitualNotice.Discarded)) : Closed;
            case Cards.Verbs.RitualOpenForm:
                return ForAll(forms.Open(draft, space));
            case Cards.Verbs.RitualForm:
                return await FillInAsync(space, draft, click, cancellationToken);
            default:
                return await ChooseAsync(space, draft, click, cancellationToken);
        }
    }

    private async Task<ClickAnswer> CarryOutAsync(
        Space space, Draft draft, Click click, PlannedChange change, CancellationToken cancellationToken)
    {
        return await decisions.CarryOutAsync(space, click.Sender, change, draft, cancellationToken) switch
        {
            null => Closed,
            CommandRefusedCard refusal => Line(refusal),
            var card => ForAll(card),
        };
    }

    private async Task<ClickAnswer> FillInAsync(Space space, Draft draft, Click click, CancellationToken cancellationToken)
    {
        var (change, again) = forms.Read(draft, space, click);
        if (change is null)
        {
            return ForAll(again!);
        }

        var turn = new RitualTurn(space, click.Sender, "");
        var (refusal, byVote) = await decisions.StandingAsync(turn, click.Texts.Ritual.Form.Heading, cancellationToken);
        if (refusal is not null)
        {
            return Line(refusal);
        }

        change = change with { ByVote = byVote || draft.Content.Change?.ByVote == true };
        return await ConfirmAsync(space, draft, click, change, cancellationToken);
    }

    private async Task<ClickAnswer> ChooseAsync(Space space, Draft draft, Click click, CancellationToken cancellationToken)
    {
        if (RitualQuestionCard.OptionOf(click.Verb) is not { } index || index >= draft.Content.Options.Length)
        {
            return Expired;
        }

        var option = draft.Content.Options[index];
        if (option.Command is { } command)
        {
            if (!await RemoveAsync(draft, cancellationToken))
            {
                return Closed;
            }

            var where = option.SpaceId is { } id
                ? await database.ReadAsync(db => db.Spaces.FindAsync([id], cancellationToken).AsTask(), cancellationToken)
                : space;
            return where is null ? Expired : ForAll(await talk.AnswerAsync(where, click.Sender, command, cancellationToken));
        }

        if (option.Change is { Plan.Name.Length: 0 } nameless)
        {
            await SetAsync(draft, new DraftContent { Options = [.. DraftBook.NamesFor(nameless, click.Texts)] }, cancellationToken);
            return ForAll(DraftBook.QuestionCard(draft, click.Texts.Ritual.Question.WhatName));
        }

        // A note to the whole team is confirmed by the click itself; a person's answer to their own question is first shown in full to
        // confirm.
        return draft.PersonId is null
            ? await CarryOutAsync(space, draft, click, option.Change!, cancellationToken)
            : await ConfirmAsync(space, draft, click, option.Change!, cancellationToken);
    }

    private async Task<ClickAnswer> ConfirmAsync(
        Space space, Draft draft, Click click, PlannedChange change, CancellationToken cancellationToken)
    {
        await SetAsync(draft, new DraftContent { Change = change }, cancellationToken);
        return ForAll(drafts.ConfirmCard(draft, change, drafts.ReaderOf(space, click.Sender)));
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

    private Task<bool> RemoveAsync(Draft draft, CancellationToken cancellationToken) =>
        database.WriteAsync(db => DraftBook.RemoveAsync(db, draft, cancellationToken), cancellationToken);
}
