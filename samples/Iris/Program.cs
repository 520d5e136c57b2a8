using System.Globalization;
using Iris;

const int Seed = 1;
const int Folds = 5;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var console = Terminal.Create();
using var text = typeof(IrisNet).Assembly.GetManifestResourceStream("iris.csv")!;
var flowers = Csv.ReadLabeled<float>(text, "iris.csv", label: ^1, new CsvOptions { HasHeader = false, SkippedLines = 1 });
string[] species = ["setosa", "versicolor", "virginica"];

// Each flower is judged once, by a network that has not seen it.
var table = new Table().Border(TableBorder.Rounded).AddColumns("fold", "learned from", "judged", "right", "epochs");
var confusion = new ConfusionMatrix();
float[] logits = new float[IrisNet.OutputSize];
foreach (var (fold, (train, judged)) in flowers.Folds(Folds, Seed, stratified: true).Index())
{
    var net = new IrisNet(Seed + fold);
    Scaler.Standardize(train).StoreIn(net);
    var history = net.Fit(train, new FitOptions { Epochs = 200, BatchSize = 16, Seed = Seed, EarlyStopping = new(patience: 10, MonitoredMetric.Loss, minimumChange: 1e-4) });
    for (int flower = 0; flower < judged.Count; flower++)
    {
        net.Predict(judged[flower], logits);
        confusion.Add<float>(logits, [judged.Labels[flower]]);
    }

    table.AddRow($"{fold + 1}", $"{train.Count}", $"{judged.Count}", $"{100 * net.Evaluate(judged).Accuracy:0.0} %", $"{history.Epochs.Count}");
}

console.Write(table);
console.WriteLine(confusion.ToString());
console.WriteLine(string.Join(", ", species.Select((name, kind) => $"class {kind}: {name}")));
console.WriteLine($"accuracy {100 * confusion.Value:0.0} %");
