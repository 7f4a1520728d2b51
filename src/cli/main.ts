import { Command, CommanderError, Option } from "commander";
import { runAudit } from "./commands/audit.ts";
import { runCheck } from "./commands/check.ts";
import { runDraft } from "./commands/draft.ts";
import { runExplain } from "./commands/explain.ts";
import { runInputs } from "./commands/inputs.ts";
import { runProfiles } from "./commands/profiles.ts";
import { runRules } from "./commands/rules.ts";
import { type CommandOutput, type ExitStatus, processOutput } from "./console.ts";
import { CommandFailure } from "./failure.ts";
import { forgetSources } from "./files.ts";
import { withFormat } from "./output-format.ts";
import { usageErrorText } from "./usage-errors.ts";

/**
 * 命令行的总入口：`juesuan check | draft | profiles | inputs | rules | explain | audit`。返回退出状态，不结束进程，也不抛错：
 * 用法不对、输入用不上都以中文说明并返回 2。
 */
export async function runCli(
  args: readonly string[],
  output: CommandOutput = processOutput,
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = buildProgram(output, (value) => {
    status = value;
  });
  forgetSources();
  if (args.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync([...args], { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    output.message(failureText(error));
    return 2;
  }
}

function failureText(error: unknown): string {
  if (error instanceof CommandFailure) return `${error.what}\n${error.todo}`;
  if (error instanceof CommanderError) {
    return `${usageErrorText(error)}\n用 juesuan --help 看全部用法。`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `程序遇到没有料到的情况，没有完成：${reason}\n请把所用的命令和这行文字发给维护者；原文件没有被改动。`;
}

function buildProgram(output: CommandOutput, finish: (status: ExitStatus) => void): Command {
  const program = inChinese(new Command("juesuan"), output)
    .description("核对部门决算报表，起草决算情况说明。")
    .helpCommand(false);

  inChinese(program.command("check"), output)
    .description("核对一本决算工作簿的勾稽关系")
    .argument("<文件>", "决算软件导出的工作簿（.xlsx、.xls、.et）")
    .option("--prior <文件>", "上年度的决算工作簿")
    .option("--rules <文件>", "本地自定的规则（YAML），与官方规则一起执行")
    .addOption(choice("--format <格式>", "输出格式", ["text", "json", "html", "xlsx"]))
    .option("-o, --output <文件>", "写到文件；不给则显示在屏幕上，xlsx 必须给")
    .action(async (file, options) =>
      finish(await runCheck(file, withFormat(options, CHECK_FORMATS), output)),
    );

  inChinese(program.command("draft"), output)
    .description("起草决算情况说明（第二部分、第三部分）")
    .argument("<文件>", "决算软件导出的工作簿（.xlsx、.xls、.et）")
    .option("--prior <文件>", "上年度的决算工作簿")
    .option("--inputs <文件>", "填报文件（YAML）；不给则找工作簿旁边的 <工作簿名>.juesuan.yaml")
    .addOption(choice("--level <级别>", "部门或单位；不给则依次看填报文件、封面", ["部门", "单位"]))
    .addOption(choice("--format <格式>", "输出格式", ["txt", "json", "docx", "xlsx"]))
    .option(
      "--profile <名称或文件夹>",
      "说明模板；不给则看填报文件，都没有则按级别用四川部门、四川单位",
    )
    .option(
      "--update <旧稿>",
      "在改过的旧稿（.docx、.xlsx）上更新：没改的随表更新，改过的保留并指出过时的数",
    )
    .option("--whole", "写出整本：封面、目录、第一至第五部分（同填报文件里的“整本: 是”）")
    .option("--ready", "只看还有什么没有了结（可写成 txt、json）；有则以状态 1 结束")
    .option("-o, --output <文件>", "写到文件；docx、xlsx 必须给")
    .action(async (file, options) =>
      finish(await runDraft(file, withFormat(options, DRAFT_FORMATS), output)),
    );

  inChinese(program.command("profiles"), output)
    .description("列出随附的说明模板；或抄一份去改")
    .argument("[名称]", "要抄的模板，如 四川单位")
    .option("-o, --output <文件夹>", "抄到哪里；不给则列出它的文件")
    .action(async (name, options) => finish(await runProfiles(name, options, output)));

  inChinese(program.command("inputs"), output)
    .description("写出要人填报的 YAML：表里已有的作注释，缺的留空")
    .argument("<文件>", "决算软件导出的工作簿（.xlsx、.xls、.et）")
    .option("--prior <文件>", "上年度的决算工作簿")
    .option("--whole", "连同整本的封面、第一部分、附件要填的")
    .option("-o, --output <文件>", "写到文件；不给则显示在屏幕上")
    .action(async (file, options) => finish(await runInputs(file, options, output)));

  inChinese(program.command("rules"), output)
    .description("列出全部官方规则；或跑规则文件里写的用例")
    .option("--test <文件>", "要试的规则文件（YAML）")
    .action(async (options) => finish(await runRules(options, output)));

  inChinese(program.command("explain"), output)
    .description("一条规则的说明：公式、依据、为什么、怎么办")
    .argument("<规则>", "规则编号，如 A09")
    .option("--rules <文件>", "编号在这个规则文件（YAML）里")
    .action(async (id, options) => finish(await runExplain(id, options, output)));

  inChinese(program.command("audit"), output)
    .description("审一份决算情况说明：文中各数相互印证，给了工作簿再逐数对照")
    .argument("<文件>", "决算情况说明（.docx、.pdf、.txt，或有工作表“决算说明”的工作簿）")
    .option("--workbook <文件>", "本年度的决算工作簿")
    .option("--prior <文件>", "上年度的决算工作簿")
    .option("--any-unit", "说明与工作簿的单位名称对不上，也照样对照")
    .addOption(
      choice("--format <格式>", "输出格式；docx 是带批注的原稿", ["text", "json", "html", "docx"]),
    )
    .option("-o, --output <文件>", "写到文件；不给则显示在屏幕上，docx 必须给")
    .action(async (file, options) =>
      finish(await runAudit(file, withFormat(options, AUDIT_FORMATS), output)),
    );

  return program;
}

const CHECK_FORMATS = { text: "txt", json: "json", html: "html", xlsx: "xlsx" } as const;
const DRAFT_FORMATS = { txt: "txt", json: "json", docx: "docx", xlsx: "xlsx" } as const;
const AUDIT_FORMATS = { text: "txt", json: "json", html: "html", docx: "docx" } as const;

function choice(flags: string, description: string, values: string[], fallback?: string): Option {
  const option = new Option(flags, description).choices(values);
  return fallback === undefined ? option : option.default(fallback);
}

const HELP_TITLES: ReadonlyMap<string, string> = new Map([
  ["Usage:", "用法："],
  ["Arguments:", "参数："],
  ["Options:", "选项："],
  ["Commands:", "命令："],
]);

function inChinese(command: Command, output: CommandOutput): Command {
  return command
    .exitOverride()
    .helpOption("-h, --help", "显示用法")
    .configureOutput({
      writeOut: output.result,
      writeErr: () => {},
    })
    .configureHelp({
      subcommandTerm: (subcommand) =>
        [
          subcommand.name(),
          ...subcommand.registeredArguments.map((each) =>
            each.required ? `<${each.name()}>` : `[${each.name()}]`,
          ),
        ].join(" "),
      styleTitle: (title) => HELP_TITLES.get(title) ?? title,
      styleUsage: (usage) => usage.replace("[options]", "[选项]").replace("[command]", "<命令>"),
      optionDescription: (option) => {
        const choices = option.argChoices ? `（${option.argChoices.join("、")}）` : "";
        return `${option.description}${choices}`;
      },
    });
}
