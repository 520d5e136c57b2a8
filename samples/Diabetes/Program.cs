using System.Globalization;
using Diabetes;

const int Seed = 1;
const int Folds = 5;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var console = Terminal.Create();
using var text = typeof(DiabetesNet).Assembly.GetManifestResourceStream("diabetes.csv")!;
var patients = Csv.ReadValued<float>(text, "diabetes.csv", ["progression"]);
console.WriteLine($"{patients.Count} patients, {patients.InputSize} measures each: {string.Join(", ", patients.InputNames)}");

var table = new Table().Border(TableBorder.Rounded).AddColumns("fold", "mean absolute error", "with the mean for all", "R2", "best epoch");
var forecasts = new List<Forecast>();
foreach (var (learned, judged) in patients.Folds(Folds, Seed))
{
    var forecast = Forecast.Of(learned, judged, Seed);
    forecasts.Add(forecast);
    table.AddRow($"{forecasts.Count}", $"{forecast.Error:0.0}", $"{forecast.ErrorOfMean:0.0}", $"{forecast.R2:0.000}", $"{forecast.BestEpoch}");
}

console.Write(table);
console.WriteLine($"mean absolute error {forecasts.Average(forecast => forecast.Error):0.0}, mean R2 {forecasts.Average(forecast => forecast.R2):0.000}");
