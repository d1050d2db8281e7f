using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>Everything that was chosen when joining, to change or withdraw; each layer of consent separately.</summary>
/// <param name="Problem">What could not be saved, with the name of its field; the form keeps what was filled in.</param>
/// <param name="Topics">What is stored about topics and learning, which have a card of their own.</param>
/// <param name="AsksAboutHelp">Whether colleagues can ask each other for help in the person's pool.</param>
internal sealed record PreferencesCard(
    CardRef Ref, PreferencesForm Now, TopicsNow Topics, bool JustSaved = false, string? Problem = null, bool AsksAboutHelp = false) : Card
{
    public override bool MentionsFutureInvitations => true;

    public override string Summary(Texts texts) => texts.Preferences.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.Preferences;
        yield return Parts.Heading(texts.Heading);
        foreach (var input in PreferencesInputs.Layers(Now, texts))
        {
            yield return input;
        }

        foreach (var input in PreferencesInputs.Practical(Now, reader.Texts, isRequired: true))
        {
            yield return input;
        }

        if (Now.Wishes is { } wishes)
        {
            foreach (var input in WishesInputs.Of(wishes, reader.Texts))
            {
                yield return input;
            }
        }

        yield return Parts.Line(Topics.Line(reader));
        yield return Parts.MoreButtons(Parts.Button(reader.Texts.Topics.Open, Verbs.OpenTopics, Ref));

        // The confirmation is next to the button: the card is long, and whoever pressed the button looks there.
        if (JustSaved)
        {
            yield return Parts.Strong(texts.Saved);
        }

        if (JustSaved && Now.Until < Now.From)
        {
            yield return Parts.Note(texts.NightSaved.With(("hours", PreferencesInputs.Hours(Now, reader.Texts))));
        }

        if (Problem is { } problem)
        {
            yield return Parts.Strong(problem);
        }

        yield return Parts.Buttons(Parts.Send(texts.Save, Verbs.SavePreferences, Ref), Parts.Button(texts.MyData, Verbs.ShowMyData, Ref));
        yield return Parts.MoreButtons(
            Parts.Button(texts.NotWith, Verbs.OpenNotWith, Ref), Parts.Button(texts.Leave, Verbs.AskForget, Ref));
        if (AsksAboutHelp)
        {
            yield return Parts.Note(reader.Texts.Helping.AskMeToo.OnPreferences);
            yield return Parts.MoreButtons(Parts.Button(reader.Texts.Helping.AskMeToo.Heading, Verbs.HelpOffers, Ref));
        }
    }
}
