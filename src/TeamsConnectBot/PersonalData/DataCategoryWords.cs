using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.PersonalData;

/// <summary>Sources and layers in the words people are told.</summary>
internal static class DataCategoryWords
{
    public static LocalText Of(DataSource source) => source switch
    {
        DataSource.Person => new("jijzelf", "you"),
        DataSource.Teams => new("Teams", "Teams"),
        DataSource.Directory => new("de adreslijst", "the directory"),
        DataSource.Calendar => new("je agenda", "your calendar"),
        DataSource.Copilot => new("het Copilot-gebruiksrapport of de meldingen van Copilot",
            "the Copilot usage report or Copilot's notifications"),
        DataSource.Service => new("de app", "the app"),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "No words for this source."),
    };

    public static LocalText Of(DataLayer layer) => layer switch
    {
        DataLayer.Group => new("iedereen in de groep", "everybody in the group"),
        DataLayer.Team => new("eigenaars van een team met de app", "owners of a team that has the app"),
        DataLayer.App => new("wie de app heeft", "whoever has the app"),
        DataLayer.Join => new("wie meedoet", "whoever takes part"),
        DataLayer.Calendar => new("wie de agenda aanzette", "whoever switched the calendar on"),
        DataLayer.OwnWord => new("wie liet meetellen wat die over AI vertelt", "whoever allowed the use of their own reports about AI"),
        DataLayer.Sources => new("wie Copilot aanzette", "whoever switched Copilot on"),
        DataLayer.Ritual => new("wie bij een ritueel ‘Doe mee’ koos", "whoever chose ‘Join in’ at a ritual"),
        DataLayer.RitualAndCalendar => new("wie bij een ritueel ‘Doe mee’ koos en de agenda aanzette",
            "whoever chose ‘Join in’ at a ritual and switched the calendar on"),
        DataLayer.Help => new("wie een collega om hulp vraagt, of zelf gevraagd wil worden",
            "whoever asks a colleague for help, or wants to be asked"),
        DataLayer.HelpAndCalendar => new("wie een collega om hulp vraagt, of zelf gevraagd wil worden, en de agenda aanzette",
            "whoever asks a colleague for help, or wants to be asked, and switched the calendar on"),
        DataLayer.AskedForOffice => new(
            "wie zich op de beheerpagina aanmeldt, of in de chat ‘regels’ of een opdracht voor een functie typt",
            "whoever signs in on the admin page, or types ‘rules’ or a command for people with a role in the chat"),
        DataLayer.Office => new("beheerder, ondernemingsraad, lezer", "admin, works council, reader"),
        DataLayer.NamedForCheck => new("wie een beheerder met diens instemming noemt bij het controleren van de installatie",
            "whoever agreed that an admin names them when checking the installation"),
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, "No words for this layer."),
    };
}
