using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Confirms joining, and repeats what was chosen, including defaults the person never opened.</summary>
internal sealed record JoinedCard(CardRef Ref, PreferencesForm Chosen) : Card
{
    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.Joined.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Joined;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Line(texts.Line);
        yield return Parts.Bullets(
        [
            $"**{texts.Gaps}**: {(Chosen.AllowGaps ? texts.On : texts.Off)}",
            $"**{texts.AiUse}**: {(Chosen.AllowAiUse ? texts.On : texts.Off)}",
            .. Chosen.AllowSources is { } sources ? [$"**{texts.Sources}**: {(sources ? texts.On : texts.Off)}"] : Array.Empty<string>(),
            $"**{texts.Hours}**: {PreferencesInputs.Hours(Chosen, reader.Texts)}",
            $"**{texts.Languages}**: {string.Join(", ", Chosen.Languages.Select(code => reader.Texts.SpokenLanguages[code]))}",
        ]);
        yield return Parts.Buttons(
            Parts.Button(texts.Change, Verbs.OpenPreferences, Ref), Parts.Button(texts.AskCoffee, Verbs.AskCoffee, Ref));
    }
}

internal sealed record JoinedTexts(
    string Summary, string Heading, string Line, string Gaps, string AiUse, string Sources, string Hours, string Languages, string On,
    string Off, string Change, string AskCoffee);
