import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Avatar,
  Badge,
  Button,
  Caption1,
  Card,
  Checkbox,
  CounterBadge,
  Divider,
  Field,
  FluentProvider,
  Input,
  Label,
  Link,
  MessageBar,
  MessageBarBody,
  Persona,
  ProgressBar,
  Radio,
  RadioGroup,
  SearchBox,
  Select,
  Slider,
  SpinButton,
  Spinner,
  Switch,
  Tab,
  TabList,
  Text,
  Textarea,
  webLightTheme,
} from "@fluentui/react-components";
import { createRoot } from "react-dom/client";

/** 对照页：三十个 Fluent 组件，没有一点自己的逻辑；与 Office 的示例一样，等 Office.onReady 再画。 */
function BarePage() {
  return (
    <FluentProvider theme={webLightTheme}>
      <TabList selectedValue="a">
        <Tab value="a">一</Tab>
        <Tab value="b">二</Tab>
      </TabList>
      <MessageBar>
        <MessageBarBody>消息</MessageBarBody>
      </MessageBar>
      <Text>文字</Text>
      <Caption1>小字</Caption1>
      <Label>标签</Label>
      <Link href="#">链接</Link>
      <Field label="输入">
        <Input />
      </Field>
      <Textarea aria-label="长文字" />
      <Checkbox label="勾选" />
      <Switch label="开关" />
      <RadioGroup>
        <Radio label="单选" value="a" />
      </RadioGroup>
      <Select aria-label="下拉">
        <option>甲</option>
      </Select>
      <Slider aria-label="滑块" />
      <SpinButton aria-label="数字" />
      <SearchBox aria-label="搜索" />
      <Spinner size="tiny" />
      <ProgressBar />
      <Badge>徽</Badge>
      <CounterBadge count={3} />
      <Avatar name="甲" />
      <Persona name="乙" />
      <Divider />
      <Card>卡片</Card>
      <Accordion>
        <AccordionItem value="a">
          <AccordionHeader>折叠</AccordionHeader>
          <AccordionPanel>内容</AccordionPanel>
        </AccordionItem>
      </Accordion>
      <Button id="ready" appearance="primary">
        按钮
      </Button>
    </FluentProvider>
  );
}

const root = document.getElementById("root");
if (root !== null) void Office.onReady(() => createRoot(root).render(<BarePage />));
