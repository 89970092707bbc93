package fairway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The steps of the set-up that this installation has, for pages that say "step 4 of 9". */
@Component
class Steps implements HandlerInterceptor, WebMvcConfigurer {
    private static final String OURS = "signin/";
    private static final int BEFORE = 2;

    private final Profile profile;

    Steps(SigninSettings settings) {
        this.profile = settings.profile();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view != null && view.getViewName() != null && view.getViewName().startsWith(OURS)) {
            view.addObject("steps", this);
        }
    }

    /** Those after the address is confirmed, in their order. */
    List<Stage> all() {
        return Arrays.stream(Stage.values())
                .filter(stage -> profile.has(stage) && stage != Stage.DONE)
                .toList();
    }

    Stage after(Stage stage) {
        return Arrays.stream(Stage.values())
                .filter(later -> later.compareTo(stage) > 0 && profile.has(later))
                .findFirst()
                .orElse(stage);
    }

    /** Choosing ways to codes and proving them count as two steps. */
    int number(Stage stage) {
        int place = all().indexOf(stage) + 1 + BEFORE;
        return stage.compareTo(Stage.METHODS) > 0 ? place + 1 : place;
    }

    int count() {
        return all().size() + BEFORE + 1;
    }
}
